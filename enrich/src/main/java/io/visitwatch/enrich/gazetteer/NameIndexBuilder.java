package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntBinaryOperator;

/** Collects folded forms for a {@link NameIndex}. Not safe to share between threads. */
final class NameIndexBuilder {
    private byte[] pool = new byte[1 << 16];
    private int[] offsets = new int[1 << 12];
    private int[] payloads = new int[1 << 12];
    private int[] folds = new int[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size;

    /**
     * Adds a form.
     *
     * @param folded folded text; separators of any kind become one space
     * @param payload what it stands for
     * @param merge payload for a form that is already there, from the old and the new one
     * @return number of the form; -1 when it holds no letter and nothing was added
     */
    int add(String folded, int payload, IntBinaryOperator merge) {
        String form = words(folded);
        if (form.isEmpty()) {
            return -1;
        }
        long hash = hash(form);
        int fold = (int) (hash ^ (hash >>> 32));
        int at = NameIndex.slot(fold, slots.length);
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        while (slots[at] != 0) {
            int other = slots[at] - 1;
            if (folds[other] == fold && same(other, bytes)) {
                payloads[other] = merge.applyAsInt(payloads[other], payload);
                return other;
            }
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        append(bytes, payload);
        folds[size - 1] = fold;
        slots[at] = size;
        if (size * 2 > slots.length) {
            slots = table(slots.length * 2);
        }
        return size - 1;
    }

    /** The finished index. The builder may be used on. */
    NameIndex build() {
        long[] prefixes = new long[prefixWords(size)];
        for (int form = 0; form < size; form++) {
            markPrefixes(text(form), prefixes);
        }
        return new NameIndex(
                Arrays.copyOf(pool, offsets[size]),
                Arrays.copyOf(offsets, size + 1),
                Arrays.copyOf(payloads, size),
                table(size / 3 * 4 + 8),
                prefixes);
    }

    /** The same index for walks that stop early at all forms but those kept; only these may be asked for. */
    static NameIndex narrowed(NameIndex index, BitSet kept) {
        long[] prefixes = new long[prefixWords(kept.cardinality() * 4)];
        kept.stream().forEach(form -> markPrefixes(index.text(form), prefixes));
        return index.withPrefixes(prefixes);
    }

    private static int prefixWords(int forms) {
        int bits = Integer.highestOneBit(Math.max(1 << 12, forms * 16));
        return bits >>> 6;
    }

    private static void markPrefixes(String form, long[] prefixes) {
        long hash = NameIndex.SEED;
        for (int i = 0; i < form.length(); i++) {
            char unit = form.charAt(i);
            if (unit == ' ') {
                mark(hash, prefixes);
            }
            hash = NameIndex.step(hash, unit);
        }
        mark(hash, prefixes);
    }

    private static void mark(long hash, long[] prefixes) {
        int bit = NameIndex.prefixBit(hash, prefixes.length);
        prefixes[bit >>> 6] |= 1L << bit;
    }

    private boolean same(int form, byte[] bytes) {
        return Arrays.equals(pool, offsets[form], offsets[form + 1], bytes, 0, bytes.length);
    }

    private void append(byte[] bytes, int payload) {
        int from = offsets[size];
        if (from + bytes.length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 3 / 2, from + bytes.length));
        }
        System.arraycopy(bytes, 0, pool, from, bytes.length);
        if (size + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 3 / 2);
            payloads = Arrays.copyOf(payloads, offsets.length);
            folds = Arrays.copyOf(folds, offsets.length);
        }
        payloads[size] = payload;
        size++;
        offsets[size] = from + bytes.length;
    }

    private int[] table(int length) {
        int[] table = new int[length];
        for (int form = 0; form < size; form++) {
            int at = NameIndex.slot(folds[form], length);
            while (table[at] != 0) {
                at = at + 1 == length ? 0 : at + 1;
            }
            table[at] = form + 1;
        }
        return table;
    }

    private String text(int form) {
        return new String(pool, offsets[form], offsets[form + 1] - offsets[form], StandardCharsets.UTF_8);
    }

    private static long hash(String form) {
        long hash = NameIndex.SEED;
        for (int i = 0; i < form.length(); i++) {
            hash = NameIndex.step(hash, form.charAt(i));
        }
        return hash;
    }

    /** The words of a folded text, joined by single spaces. */
    static String words(String folded) {
        if (areWords(folded)) {
            return folded;
        }
        StringBuilder joined = new StringBuilder(folded.length());
        int at = WordUnits.nextWord(folded, 0);
        while (at < folded.length()) {
            int end = WordUnits.endOfWord(folded, at);
            if (joined.length() > 0) {
                joined.append(' ');
            }
            joined.append(folded, at, end);
            at = WordUnits.nextWord(folded, end);
        }
        return joined.toString();
    }

    /** Whether there is nothing in the text but words and single spaces between them. */
    private static boolean areWords(String folded) {
        boolean word = false;
        for (int i = 0; i < folded.length(); i++) {
            char unit = folded.charAt(i);
            if (WordUnits.isWord(unit)) {
                word = true;
            } else if (unit != ' ' || !word) {
                return false;
            } else {
                word = false;
            }
        }
        return word;
    }
}
