package io.visitwatch.app.config;

import java.util.Locale;

/** Ids of feeds that got none: readable, made from the address alone. */
public final class FeedIds {
    private static final int LONGEST = 60;

    private FeedIds() {}

    /** {@code https://www.example.org/ar/rss.xml?x=1} as {@code example.org-ar-rss.xml-x-1}. */
    public static String of(String url) {
        String id = url.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        if (id.length() <= LONGEST) {
            return id.isEmpty() ? "feed" : id;
        }
        // a long address keeps its start, and a digest keeps it apart from its neighbours
        return id.substring(0, LONGEST - 9) + "-" + String.format(Locale.ROOT, "%08x", url.hashCode());
    }
}
