package io.visitwatch.enrich.gazetteer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Hashes of the skeletons a name is kept under: the keys of {@link SkeletonIndex}, worked out without making them.
 *
 * <p>A skeleton of up to twelve letters is packed into one long, five bits a letter after a leading one. Names with longer ones
 * take the slow way over {@link NameWords}. Not safe to share between threads.
 */
final class SkeletonKeys {
    private static final int BITS = 5;
    private static final int MOST_LETTERS = 12;
    private static final long EMPTY = 1;
    private static final long INITIAL_VOWEL = code('A');

    private final Bag[] words = new Bag[64];
    private final Bag joined = new Bag(NameWords.MOST_TAILS);
    private final Bag longer = new Bag(NameWords.MOST_TAILS);
    private final Bag built = new Bag(Skeleton.MOST_VARIANTS);
    private final Bag keys = new Bag(1 << 10);
    private int[] hashes = new int[16];

    SkeletonKeys() {
        for (int i = 0; i < words.length; i++) {
            words[i] = new Bag(Skeleton.MOST_VARIANTS);
        }
    }

    /** A few longs in the order they were added, each once. */
    private static final class Bag {
        private final long[] values;
        private int size;

        Bag(int most) {
            values = new long[most];
        }

        void add(long value) {
            for (int i = 0; i < size; i++) {
                if (values[i] == value) {
                    return;
                }
            }
            values[size++] = value;
        }

        /** Makes all longer by the same letters, which keeps them apart; whether they fit. */
        boolean append(String letters) {
            for (int i = 0; i < size && !letters.isEmpty(); i++) {
                if (length(values[i]) + letters.length() > MOST_LETTERS) {
                    return false;
                }
                values[i] = SkeletonKeys.append(values[i], letters, 0);
            }
            return true;
        }

        boolean full() {
            return size == values.length;
        }

        void copy(Bag other) {
            System.arraycopy(other.values, 0, values, 0, other.size);
            size = other.size;
        }
    }

    /** Hash of one key. */
    static int hash(String key) {
        return key.length() <= MOST_LETTERS ? mix(append(EMPTY, key, 0)) : key.hashCode() * 0x9E3779B9;
    }

    private static int mix(long packed) {
        long mixed = packed * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32));
    }

    private static long code(char letter) {
        return letter <= '9' ? letter - '0' + 22L : letter - 'A' + 1L > 21 ? 0 : letter - 'A' + 1L;
    }

    private static long append(long packed, String letters, int from) {
        long longer = packed;
        for (int i = from; i < letters.length(); i++) {
            longer = longer << BITS | code(letters.charAt(i));
        }
        return longer;
    }

    private static int length(long packed) {
        return (63 - Long.numberOfLeadingZeros(packed)) / BITS;
    }

    /** Adds an entry to a table under the keys {@link SkeletonIndex#keys} gives for a folded name that is kept, each once. */
    void add(String folded, int entry, SkeletonTable.Builder table) {
        keys.size = 0;
        int count = readWords(folded);
        if (count < 0 || !tails(count)) {
            int[] slow = slowly(NameWords.of(folded));
            table.add(slow, slow.length, entry);
            return;
        }
        for (int i = count > 1 ? 1 : 0; i < count; i++) {
            for (int j = 0; j < words[i].size; j++) {
                keys.add(words[i].values[j]);
            }
        }
        int size = 0;
        for (int i = 0; i < keys.size; i++) {
            if (length(keys.values[i]) >= 2) {
                size = put(size, mix(keys.values[i]));
            }
        }
        table.add(hashes, size, entry);
    }

    private int put(int size, int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size] = hash;
        return size + 1;
    }

    private static int[] slowly(NameWords name) {
        Set<String> keys = SkeletonIndex.keys(name, true);
        return keys.stream().mapToInt(SkeletonKeys::hash).toArray();
    }

    /** Skeletons of the words of a name, but for the first of several; how many words, or -1 when some do not fit. */
    private int readWords(String folded) {
        String name = NameWords.glued(folded);
        String first = "";
        int count = 0;
        int at = WordUnits.nextWord(name, 0);
        while (at < name.length()) {
            int end = WordUnits.endOfWord(name, at);
            String word = NameWords.bare(name.substring(at, end));
            if (!NameWords.isArticle(word)) {
                if (count == 0) {
                    first = word;
                } else if (count == words.length || !variants(word, words[count])) {
                    return -1;
                }
                count++;
            }
            at = WordUnits.nextWord(name, end);
        }
        return count == 1 && !variants(first, words[0]) ? -1 : count;
    }

    /** As {@link Skeleton#variants}. */
    private boolean variants(String word, Bag into) {
        into.size = 0;
        into.add(EMPTY);
        int at = 0;
        while (at < word.length()) {
            if (at > 0 && word.charAt(at) == word.charAt(at - 1)) {
                at++;
                continue;
            }
            Skeleton.Sound sound = Skeleton.soundAt(word, at);
            List<String> readings = sound.readings();
            boolean fits = readings.size() == 1 ? into.append(readings.get(0)) : read(readings, into);
            if (!fits) {
                return false;
            }
            at += sound.length();
        }
        return true;
    }

    private boolean read(List<String> readings, Bag into) {
        built.copy(into);
        into.size = 0;
        for (String reading : readings) {
            for (int i = 0; i < built.size && !into.full(); i++) {
                if (length(built.values[i]) + reading.length() > MOST_LETTERS) {
                    return false;
                }
                into.add(SkeletonKeys.append(built.values[i], reading, 0));
            }
        }
        return true;
    }

    /** As the tails of {@link NameWords}: all words but the first, joined. */
    private boolean tails(int count) {
        joined.size = 0;
        joined.add(EMPTY);
        for (int i = count > 1 ? 1 : 0; i < count; i++) {
            longer.size = 0;
            for (int j = 0; j < joined.size; j++) {
                for (int k = 0; k < words[i].size && !longer.full(); k++) {
                    long start = joined.values[j];
                    long next = start == EMPTY ? words[i].values[k] : withoutVowel(words[i].values[k]);
                    if (length(start) + length(next) > MOST_LETTERS) {
                        return false;
                    }
                    long letters = next ^ (1L << (BITS * length(next)));
                    longer.add(start << (BITS * length(next)) | letters);
                }
            }
            joined.copy(longer);
        }
        for (int i = 0; i < joined.size; i++) {
            keys.add(joined.values[i]);
        }
        return true;
    }

    private static long withoutVowel(long packed) {
        int below = BITS * (length(packed) - 1);
        boolean vowel = packed != EMPTY && ((packed >>> below) & 31) == INITIAL_VOWEL;
        return vowel ? (packed & ((1L << below) - 1)) | (1L << below) : packed;
    }
}
