package io.visitwatch.ingest.feed;

import java.util.List;

/** Says in plain words why a document is no feed. */
final class Refusals {
    private Refusals() {}

    static FeedResult.Refused notAFeed(String root, boolean html) {
        if (html) {
            return refused(FeedResult.Kind.HTML, "a web page, not a feed");
        }
        if (root.equals("opml")) {
            return refused(FeedResult.Kind.OPML, "an OPML list of feeds: import it with `feeds import`");
        }
        return root.isEmpty()
                ? refused(FeedResult.Kind.NOT_A_FEED, "no markup and no JSON: not a feed")
                : refused(FeedResult.Kind.NOT_A_FEED, "an XML document that starts with <" + root + ">: not a feed");
    }

    static FeedResult.Refused refused(FeedResult.Kind kind, String cause) {
        return new FeedResult.Refused(kind, cause, List.of());
    }
}
