package io.visitwatch.ingest.seen;

import java.util.Locale;

/**
 * What is remembered of one entry: 61 bytes.
 *
 * @param key hash of its identity in the feed
 * @param link hash of its canonical link; 0 when it has none of its own
 * @param title hash of its title; 0 when it has none
 * @param content hash of title and text as last published
 * @param before content hash before that, so that two servers in turn do not make revisions; 0 for none
 * @param idHigh first half of the article's id
 * @param idLow second half; both 0 while the article is not made
 * @param revision revision last published
 * @param firstSeen when it was first seen, seconds since 1970
 * @param listed when a document last listed it, hours since 1970
 * @param owner whether this feed published the article, rather than another feed before it
 */
public record Mark(
        long key,
        long link,
        long title,
        long content,
        long before,
        long idHigh,
        long idLow,
        int revision,
        long firstSeen,
        int listed,
        boolean owner) {

    /** This mark of an article that now exists. */
    public Mark published(String articleId, boolean byThisFeed) {
        return new Mark(
                key,
                link,
                title,
                content,
                before,
                Long.parseUnsignedLong(articleId.substring(0, 16), 16),
                Long.parseUnsignedLong(articleId.substring(16, 32), 16),
                revision,
                firstSeen,
                listed,
                byThisFeed);
    }

    /** Id of the article, 32 hexadecimal digits; empty while there is none. */
    public String articleId() {
        return idHigh == 0 && idLow == 0 ? "" : String.format(Locale.ROOT, "%016x%016x", idHigh, idLow);
    }

    Mark listedAt(int hour) {
        return hour == listed
                ? this
                : new Mark(key, link, title, content, before, idHigh, idLow, revision, firstSeen, hour, owner);
    }

    Mark revised(long newTitle, long newContent, int hour) {
        return new Mark(key, link, newTitle, newContent, content, idHigh, idLow, revision + 1, firstSeen, hour, owner);
    }

    Mark rekeyed(long newKey, long newLink) {
        return new Mark(newKey, newLink, title, content, before, idHigh, idLow, revision, firstSeen, listed, owner);
    }
}
