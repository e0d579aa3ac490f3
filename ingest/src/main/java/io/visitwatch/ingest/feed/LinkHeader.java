package io.visitwatch.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP header {@code Link} (RFC 8288), where WebSub publishers name hub and topic, and RFC 5005 feeds their neighbours. The
 * header speaks for the resource it came with, so it goes before what the document says.
 */
public final class LinkHeader {
    /** Links read of one header. */
    private static final int MAX_LINKS = 100;

    private LinkHeader() {}

    /**
     * Addresses the header gives for a relation, absolute, in order.
     *
     * @param header the header's value; several are joined with a comma; null when there is none
     * @param relation as registered, such as {@code hub}; letter case is ignored
     * @param base address the answer came from
     */
    public static List<String> targets(@Nullable String header, String relation, String base) {
        Set<String> found = new LinkedHashSet<>();
        for (String link : header == null ? List.<String>of() : split(header, ',')) {
            int close = link.indexOf('>');
            if (!link.startsWith("<")
                    || close < 0
                    || !relations(link.substring(close + 1)).contains(relation.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String url = FeedLinks.resolve(base, link.substring(1, close));
            if (url != null) {
                found.add(url);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Where to subscribe for push: hubs of the header, else of the document.
     *
     * @param header the {@code Link} header; null when there is none
     */
    public static List<String> hubs(@Nullable String header, FeedHead head, String base) {
        List<String> hubs = targets(header, "hub", base);
        return hubs.isEmpty() ? head.hubs() : hubs;
    }

    /** The address to subscribe to: {@code self} of the header, else of the document, else where it was read. */
    public static String topic(@Nullable String header, FeedHead head, String base) {
        List<String> self = targets(header, "self", base);
        if (!self.isEmpty()) {
            return self.get(0);
        }
        return head.self() == null ? base : head.self();
    }

    private static Set<String> relations(String parameters) {
        Set<String> relations = new LinkedHashSet<>();
        for (String parameter : split(parameters, ';')) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("rel")) {
                String value = parameter.substring(equals + 1).replace('"', ' ').strip();
                relations.addAll(List.of(value.toLowerCase(Locale.ROOT).split("\\s+")));
                // Only the first rel of a link counts.
                return relations;
            }
        }
        return relations;
    }

    /** Cuts at a separator outside angle brackets and quotes. */
    private static List<String> split(String header, char separator) {
        List<String> links = new ArrayList<>();
        boolean quoted = false;
        boolean bracketed = false;
        int start = 0;
        for (int i = 0; i <= header.length() && links.size() < MAX_LINKS; i++) {
            char c = i < header.length() ? header.charAt(i) : separator;
            bracketed = !quoted && (c == '<' || (bracketed && c != '>'));
            quoted ^= c == '"' && !bracketed;
            if (i == header.length() || (c == separator && !quoted && !bracketed)) {
                links.add(header.substring(start, i).strip());
                start = i + 1;
            }
        }
        return links;
    }
}
