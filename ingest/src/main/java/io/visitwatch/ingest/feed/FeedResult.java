package io.visitwatch.ingest.feed;

import java.util.List;
import java.util.Objects;

/** What became of a {@link FeedDocument}: a feed, or a refusal that says why. Reading never throws. */
public sealed interface FeedResult {
    /** True for a feed. */
    boolean ok();

    /**
     * A feed that could be read.
     *
     * @param head what the document says about itself
     * @param entries in document order; at most {@link FeedReader#MAX_ENTRIES}
     * @param flags what had to be put right or was cut, sorted ({@code truncated}, {@code too-deep}, {@code too-many-entries},
     *     {@code repaired-bytes}, …); empty for a clean document
     */
    record Read(FeedHead head, List<Entry> entries, List<String> flags) implements FeedResult {
        /** The document ended in the middle: its items may be used, its cache validators must not be stored. */
        public static final String TRUNCATED = "truncated";

        public Read {
            Objects.requireNonNull(head, "head");
            entries = List.copyOf(entries);
            flags = flags.stream().sorted().distinct().toList();
        }

        @Override
        public boolean ok() {
            return true;
        }

        /** True when the document was cut off before its end. */
        public boolean truncated() {
            return flags.contains(TRUNCATED);
        }
    }

    /**
     * No feed.
     *
     * @param kind for counting
     * @param cause one line in plain words
     * @param discovered addresses of feeds an HTML page names, absolute, in page order; nothing is followed by itself
     */
    record Refused(Kind kind, String cause, List<String> discovered) implements FeedResult {
        public Refused {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(cause, "cause");
            discovered = List.copyOf(discovered);
        }

        @Override
        public boolean ok() {
            return false;
        }
    }

    /** Why a document is no feed. */
    enum Kind {
        /** Nothing, or white space alone. */
        EMPTY,
        /** A web page; it may name feeds. */
        HTML,
        /** An OPML list of feeds: import it, do not poll it. */
        OPML,
        /** Some other document: SVG, an API answer, a binary file. */
        NOT_A_FEED,
        /** JSON that breaks off or is not JSON. */
        BROKEN,
        /** More bytes than are read. */
        TOO_LARGE
    }
}
