package io.visitwatch.ingest.farm;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One feed of the farm: a few items at the start, then one every period until publishing ends.
 *
 * @param number its number
 * @param kind how it behaves
 * @param base address of its host
 * @param elsewhere address of another host, for redirects
 * @param pages whether its items have pages to fetch
 */
record FarmFeed(int number, Kind kind, String base, String elsewhere, boolean pages) {
    static final int AT_START = 5;

    /** How feeds behave: how many of a hundred do, and whether their items come out in the end. */
    enum Kind {
        HEALTHY(30, true),
        CONDITIONAL(20, true),
        GZIP(10, true),
        SLOW(5, true),
        FLAPPING(5, true),
        THROTTLED(4, true),
        REDIRECTED(5, true),
        MOVED(5, true),
        CUT(5, true),
        NEW_GUIDS(2, true),
        BOMB(2, false),
        DRIP(2, false),
        MISSING(2, false),
        GONE(1, false),
        WEB_PAGE(1, false),
        EMPTY(1, false);

        final int ofHundred;
        final boolean delivers;

        Kind(int ofHundred, boolean delivers) {
            this.ofHundred = ofHundred;
            this.delivers = delivers;
        }

        /** Whether its items must come within the longest interval. */
        boolean onTime() {
            return this == HEALTHY || this == CONDITIONAL || this == GZIP;
        }
    }

    /** How many items are out at a time since the farm's start. */
    int items(long millis, long periodMillis, long publishMillis) {
        long offset = number * 7919L % periodMillis;
        return AT_START + (int) ((Math.min(millis, publishMillis) + offset) / periodMillis);
    }

    /** When an item came out, since the farm's start; negative for the first ones. */
    long published(int item, long periodMillis) {
        long offset = number * 7919L % periodMillis;
        return item < AT_START ? -1 : (item - AT_START + 1) * periodMillis - offset;
    }

    String path() {
        return "/feed/" + number + ".xml";
    }

    String link(int item) {
        return base + "/item/" + number + "/" + item;
    }

    /** The document with {@code count} items, newest first, fifteen at most. */
    byte[] document(int count, int poll) {
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Feed ");
        out.append(number).append("</title><link>").append(base).append("/</link><description>d</description>");
        for (int i = count - 1; i >= Math.max(0, count - 15); i--) {
            String guid = "f" + number + "-" + i + (kind == Kind.NEW_GUIDS ? "-" + poll : "");
            out.append("<item><guid isPermaLink=\"false\">")
                    .append(guid)
                    .append("</guid><title>Item ")
                    .append(i);
            out.append(" of feed ")
                    .append(number)
                    .append("</title><link>")
                    .append(link(i))
                    .append("</link><description>");
            out.append("Text of item ")
                    .append(i)
                    .append(" of feed ")
                    .append(number)
                    .append(" for its readers.</description></item>");
        }
        return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] page(String path) {
        String text = String.format(
                Locale.ROOT,
                "<html><head><title>Page %s</title></head><body><article><h1>Page %s</h1><p>%s</p><p>%s</p></article></body></html>",
                path,
                path,
                "The first paragraph of this story is long enough to be read as one, and it says where it stands: "
                        + path + ".",
                "A second paragraph follows it with more of the same, so that there is an article to be found on this page.");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
