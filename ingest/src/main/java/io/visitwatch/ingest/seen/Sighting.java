package io.visitwatch.ingest.seen;

import io.visitwatch.ingest.feed.Entry;

/**
 * An entry that is worth an article.
 *
 * @param entry the entry
 * @param mark to be remembered once the article is stored; for a revision it carries the article's id
 * @param backfill whether the feed already held it at its first import, or brings it back after long
 * @param ownLink whether the link is the entry's own, rather than shared by many
 */
public record Sighting(Entry entry, Mark mark, boolean backfill, boolean ownLink) {
    /** Whether the article exists and this is a new version of it. */
    public boolean revision() {
        return mark.revision() > 0;
    }
}
