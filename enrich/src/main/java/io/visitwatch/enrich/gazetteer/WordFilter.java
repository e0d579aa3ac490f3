package io.visitwatch.enrich.gazetteer;

/**
 * Tells which word is a form, and after which words a form may go on, by a bit for each hash. It may say yes where no form does,
 * about one time in ten; it never says no where one does. The bit sets that every word of a text is looked up in, of forms of one
 * word and of the first words of longer ones, are small enough for a processor's nearer caches.
 */
final class WordFilter {
    /** There are at least so many bits for one that is set. */
    private static final int BITS_PER_ENTRY = 8;

    private static final int FEWEST_BITS = 1 << 18;

    private final long[] alone;
    private final long[] firstWords;
    private final long[] longer;

    private WordFilter(long[] alone, long[] firstWords, long[] longer) {
        this.alone = alone;
        this.firstWords = firstWords;
        this.longer = longer;
    }

    /** Whether the word of this hash may be a form. */
    boolean mayBe(long hash) {
        return isSet(alone, hash);
    }

    /** Whether a form may begin with the word of this hash and go on. */
    boolean mayBegin(long hash) {
        return isSet(firstWords, hash);
    }

    /** Whether a form may begin with the words of this hash, two or more, and go on. */
    boolean mayGoOn(long hash) {
        return isSet(longer, hash);
    }

    private static boolean isSet(long[] bits, long hash) {
        int bit = bit(hash, bits.length);
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }

    private static int bit(long hash, int words) {
        return (int) (hash >>> 20) & ((words << 6) - 1);
    }

    /** Collects forms. */
    static final class Builder {
        private final long[] alone;
        private final long[] firstWords;
        private final long[] longer;

        /**
         * Begins.
         *
         * @param forms about how many forms will be added
         */
        Builder(int forms) {
            int words = Integer.highestOneBit(Math.max(FEWEST_BITS, forms * 2 * BITS_PER_ENTRY)) >>> 6;
            alone = new long[words];
            firstWords = new long[words];
            longer = new long[words];
        }

        /** Adds a form: words joined by single spaces. */
        void add(String form) {
            int end = WordUnits.endOfWord(form, 0);
            long hash = TextHash.first(TextHash.word(form, 0, end));
            if (end == form.length()) {
                set(alone, hash);
                return;
            }
            set(firstWords, hash);
            int start = end + 1;
            end = WordUnits.endOfWord(form, start);
            while (end < form.length()) {
                hash = TextHash.then(hash, TextHash.word(form, start, end));
                set(longer, hash);
                start = end + 1;
                end = WordUnits.endOfWord(form, start);
            }
        }

        private static void set(long[] bits, long hash) {
            int bit = bit(hash, bits.length);
            bits[bit >>> 6] |= 1L << bit;
        }

        WordFilter build() {
            return new WordFilter(narrowed(alone), narrowed(firstWords), narrowed(longer));
        }

        /** Half of the bits laid over the other half for as long as enough of them stay clear. */
        private static long[] narrowed(long[] bits) {
            long[] narrow = bits;
            while (narrow.length > FEWEST_BITS / Long.SIZE
                    && set(narrow) * BITS_PER_ENTRY <= (long) narrow.length * Long.SIZE / 2) {
                long[] half = new long[narrow.length / 2];
                for (int i = 0; i < half.length; i++) {
                    half[i] = narrow[i] | narrow[i + half.length];
                }
                narrow = half;
            }
            return narrow;
        }

        private static long set(long[] bits) {
            long count = 0;
            for (long each : bits) {
                count += Long.bitCount(each);
            }
            return count;
        }
    }
}
