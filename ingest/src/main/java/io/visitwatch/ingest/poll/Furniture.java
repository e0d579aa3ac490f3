package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.OutletBoilerplate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each feed's pages repeat, learned from the pages this process has read and taken off the next ones. Not kept: after a restart
 * or a move of the feed to another instance it is learned anew, which takes a handful of articles. Thread-safe.
 */
final class Furniture {
    private final Map<String, OutletBoilerplate> byFeed = new ConcurrentHashMap<>();

    /**
     * {@code page} without what the feed's other pages say too.
     *
     * @param fresh false for another version of an article: an article that is changed often repeats itself, not its outlet
     */
    ExtractedPage clear(String feedId, ExtractedPage page, boolean fresh) {
        String text = page.text();
        OutletBoilerplate known = byFeed.getOrDefault(feedId, OutletBoilerplate.EMPTY);
        if (fresh && !text.isEmpty()) {
            byFeed.merge(feedId, known.learn(text), (now, unused) -> now.learn(text));
        }
        return page.withText(known.strip(text));
    }
}
