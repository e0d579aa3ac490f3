package io.visitwatch.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which word of {@link Vocabulary} a tag's name is, by the namespace declarations in force. */
final class Namespaces {
    private record Binding(int depth, String prefix, String canonical) {}

    private final List<Binding> bindings = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();

    /**
     * Takes the declarations off a start tag.
     *
     * @param depth of the element they stand on
     * @param unknownDefaultIsCore whether an unknown default namespace is this feed's own: it is on a feed or an entry
     */
    void declare(MarkupScanner tag, int depth, boolean unknownDefaultIsCore) {
        for (int i = 0; i < tag.attributeCount(); i++) {
            String name = tag.attributeName(i);
            if (!name.regionMatches(true, 0, "xmlns", 0, 5)) {
                continue;
            }
            if (name.length() == 5) {
                String canonical = Vocabulary.prefixOf(tag.attributeValue(i));
                boolean own = canonical.equals(Vocabulary.FOREIGN) && unknownDefaultIsCore;
                bind(depth, "", own ? "" : canonical);
            } else if (name.charAt(5) == ':') {
                String prefix = name.substring(6);
                String canonical = Vocabulary.prefixOf(tag.attributeValue(i));
                bind(
                        depth,
                        prefix,
                        canonical.equals(Vocabulary.FOREIGN) ? Vocabulary.customaryPrefix(prefix) : canonical);
            }
        }
    }

    private void bind(int depth, String prefix, String canonical) {
        bindings.add(new Binding(depth, prefix, canonical));
        words.clear();
    }

    /** Forgets what was declared at {@code depth} or below. */
    void leave(int depth) {
        boolean changed = false;
        while (!bindings.isEmpty() && bindings.get(bindings.size() - 1).depth() >= depth) {
            bindings.remove(bindings.size() - 1);
            changed = true;
        }
        if (changed) {
            words.clear();
        }
    }

    /** The word for a tag's name: lower case, canonical prefix and colon in front unless core. */
    String word(String tagName) {
        String known = words.get(tagName);
        if (known == null) {
            known = resolve(tagName);
            if (words.size() < 1_000) {
                words.put(tagName, known);
            }
        }
        return known;
    }

    private String resolve(String tagName) {
        int colon = tagName.indexOf(':');
        String prefix = colon > 0 ? tagName.substring(0, colon) : "";
        String local = tagName.substring(colon + 1).toLowerCase(Locale.ROOT);
        for (int i = bindings.size() - 1; i >= 0; i--) {
            if (bindings.get(i).prefix().equals(prefix)) {
                return join(bindings.get(i).canonical(), local);
            }
        }
        return join(prefix.isEmpty() ? "" : Vocabulary.customaryPrefix(prefix), local);
    }

    private static String join(String canonical, String local) {
        return canonical.isEmpty() ? local : canonical + ":" + local;
    }
}
