package io.visitwatch.enrich.gazetteer;

/**
 * Tells which words no form begins with, and which runs of words no form begins with or is: a bit for each hash. It may let
 * through what no form has, about one in ten; it never stops what one has. First words, which every word of a text is asked for,
 * have a bit set of their own that is small enough for a processor's nearer caches.
 */
final class WordFilter {
    /** There are at least so many bits for one that is set. */
    private static final int BITS_PER_ENTRY = 8;

    private static final int FEWEST_BITS = 1 << 18;

    private final long[] firstWords;
    private final long[] longer;

    private WordFilter(long[] firstWords, long[] longer) {
        this.firstWords = firstWords;
        this.longer = longer;
    }

    /** Whether a form may begin with, or be, the word of this hash. */
    boolean mayBegin(long hash) {
        return isSet(firstWords, hash);
    }

    /** Whether a form may begin with, or be, the words of this hash, two or more. */
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

    /** Collects hashes. */
    static final class Builder {
        private final long[] firstWords;
        private final long[] longer;

        /**
         * Begins.
         *
         * @param forms about how many forms will be added
         */
        Builder(int forms) {
            int words = Integer.highestOneBit(Math.max(FEWEST_BITS, forms * 2 * BITS_PER_ENTRY)) >>> 6;
            firstWords = new long[words];
            longer = new long[words];
        }

        /** Adds a form: words joined by single spaces. */
        void add(String form) {
            long[] bits = firstWords;
            long hash = NameIndex.SEED;
            for (int i = 0; i < form.length(); i++) {
                char unit = form.charAt(i);
                if (unit == ' ') {
                    set(bits, hash);
                    bits = longer;
                }
                hash = NameIndex.step(hash, unit);
            }
            set(bits, hash);
        }

        private static void set(long[] bits, long hash) {
            int bit = bit(hash, bits.length);
            bits[bit >>> 6] |= 1L << bit;
        }

        WordFilter build() {
            return new WordFilter(narrowed(firstWords), narrowed(longer));
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
