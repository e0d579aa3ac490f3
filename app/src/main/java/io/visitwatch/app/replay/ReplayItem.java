package io.visitwatch.app.replay;

import io.visitwatch.model.Article;
import java.util.List;

/**
 * One piece of an archive, not yet read: reading is done later, on any thread.
 *
 * @param place where it stands, for people ({@code archive.jsonl.gz:17}, {@code news.warc.gz@4711})
 * @param reader makes articles of it
 */
public record ReplayItem(String place, Reader reader) {
    /** An item that is known to be unreadable before anybody reads it. */
    static ReplayItem bad(String place, String cause) {
        return new ReplayItem(place, () -> {
            throw new UnreadableException(cause);
        });
    }

    /** Makes articles of one item. Pure: may be called again, on another thread, with the same result. */
    @FunctionalInterface
    public interface Reader {
        /**
         * The articles of this item, often one, none for what is no article.
         *
         * @throws UnreadableException when the item cannot be read
         */
        List<Article> read() throws UnreadableException;
    }

    /** One item cannot be read; the others can. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the cause as one line. */
        public UnreadableException(String cause) {
            super(cause);
        }
    }
}
