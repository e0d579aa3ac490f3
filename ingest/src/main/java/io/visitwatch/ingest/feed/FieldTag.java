package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.Vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** What stands in the start tags of fields: addresses of links and media, names of categories. */
final class FieldTag {
    private FieldTag() {}

    /**
     * Takes what the attributes of a field's start tag say.
     *
     * @return true when they say it all, so that the element's text is no news
     */
    static boolean take(MarkupScanner tag, Field field, FieldBag bag, String base) {
        switch (field) {
            case LINK -> {
                return link(tag, bag, base);
            }
            case GUID -> {
                String permalink = tag.attribute("isPermaLink");
                if (permalink != null) {
                    bag.guidIsLink(!permalink.strip().equalsIgnoreCase("false"));
                }
                return false;
            }
            case ENCLOSURE -> {
                bag.enclosure(
                        first(tag, "url", "href", "uri"),
                        tag.attribute("type"),
                        first(tag, "length", "fileSize"),
                        base);
                return true;
            }
            case CATEGORY -> {
                String said = first(tag, "label", "term", "text");
                bag.category(said == null ? null : Markup.oneLine(said));
                return said != null;
            }
            case COMPLETE, ARCHIVE -> {
                bag.put(field, new Captured("true", Captured.Kind.PLAIN, base));
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean link(MarkupScanner tag, FieldBag bag, String base) {
        String href = first(tag, "href", "url", "uri");
        if (href == null) {
            return false;
        }
        String rel = tag.attribute("rel");
        if (rel != null && rel.strip().equalsIgnoreCase("enclosure")) {
            bag.enclosure(href, tag.attribute("type"), tag.attribute("length"), base);
        } else {
            bag.link(rel, tag.attribute("type"), href, base, false);
        }
        return true;
    }

    private static @Nullable String first(MarkupScanner tag, String... names) {
        for (String name : names) {
            String value = tag.attribute(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
