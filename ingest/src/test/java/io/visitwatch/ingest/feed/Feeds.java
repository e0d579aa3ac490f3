package io.visitwatch.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Short ways to a feed in tests. */
final class Feeds {
    static final String URL = "https://fixture.example/feeds/rss";

    private Feeds() {}

    static FeedResult.Read read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static FeedResult.Read read(byte[] body) {
        FeedResult result = FeedReader.read(FeedDocument.of(body, URL));
        if (result instanceof FeedResult.Read read) {
            return read;
        }
        throw new AssertionError("no feed: " + result);
    }

    static FeedResult.Refused refused(String text) {
        FeedResult result = FeedReader.read(FeedDocument.of(text.getBytes(StandardCharsets.UTF_8), URL));
        if (result instanceof FeedResult.Refused refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + result);
    }

    /** The one entry of an RSS feed with these children in its item. */
    static Entry item(String children) {
        return read("<rss version=\"2.0\"><channel><title>T</title><item>" + children + "</item></channel></rss>")
                .entries()
                .get(0);
    }

    /** The one entry of an Atom feed with these children in its entry. */
    static Entry entry(String children) {
        return read("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry>" + children
                        + "</entry></feed>")
                .entries()
                .get(0);
    }

    static byte[] fixture(String name) {
        try (InputStream in = Feeds.class.getResourceAsStream("/feeds/" + name)) {
            if (in == null) {
                throw new AssertionError("no fixture " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
