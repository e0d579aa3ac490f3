package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.OutletBoilerplate;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's pages repeat, during one run: taken off each page, and learned from it for the next. Thread-safe, as the pages of a
 * run are read by many threads.
 */
final class Furniture {
    private OutletBoilerplate known;
    private boolean changed;

    Furniture(OutletBoilerplate known) {
        this.known = known;
    }

    /**
     * {@code page} without what the feed's other pages say too.
     *
     * @param fresh false for another version of an article: an article that is changed often repeats itself, not its outlet
     */
    synchronized ExtractedPage clear(ExtractedPage page, boolean fresh) {
        String text = page.text();
        ExtractedPage cleared = page.withText(known.strip(text));
        if (fresh && !text.isEmpty()) {
            known = known.learn(text);
            changed = true;
        }
        return cleared;
    }

    /** What is known by now; null when the run taught nothing. */
    synchronized @Nullable OutletBoilerplate learned() {
        return changed ? known : null;
    }
}
