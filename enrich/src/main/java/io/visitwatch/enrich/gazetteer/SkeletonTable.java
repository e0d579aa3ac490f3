package io.visitwatch.enrich.gazetteer;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Entries by the hash of a key, in two arrays: the upper bits of a hash say which bucket its entries lie in, lower bits stand in the
 * bits of an entry that its number leaves over. It may give an entry of another key, about one in a hundred; it never leaves one out.
 */
final class SkeletonTable {
    private static final int PER_BUCKET = 16;

    private final int[] starts;
    private final int[] entries;
    private final int shift;
    private final int entryBits;

    private SkeletonTable(int[] starts, int[] entries, int shift, int entryBits) {
        this.starts = starts;
        this.entries = entries;
        this.shift = shift;
        this.entryBits = entryBits;
    }

    /** Gives the entries of a hash, in the order they were added. */
    void find(int hash, IntConsumer sink) {
        int bucket = hash >>> shift;
        int tag = hash << entryBits;
        int own = (1 << entryBits) - 1;
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if ((entries[i] & ~own) == tag) {
                sink.accept(entries[i] & own);
            }
        }
    }

    /** Collects entries. */
    static final class Builder {
        private int[] hashes = new int[1 << 10];
        private int[] entries = new int[1 << 10];
        private int size;

        /** Adds an entry under the first {@code count} of the keys. */
        void add(int[] keys, int count, int entry) {
            while (size + count > hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
                entries = Arrays.copyOf(entries, hashes.length);
            }
            for (int i = 0; i < count; i++) {
                hashes[size] = keys[i];
                entries[size++] = entry;
            }
        }

        /**
         * The finished table.
         *
         * @param bound what all entries are below
         */
        SkeletonTable build(int bound) {
            int buckets = Integer.highestOneBit(Math.max(2, size / PER_BUCKET));
            int shift = Integer.SIZE - Integer.numberOfTrailingZeros(buckets);
            int entryBits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
            int[] starts = new int[buckets + 1];
            for (int i = 0; i < size; i++) {
                starts[(hashes[i] >>> shift) + 1]++;
            }
            for (int i = 0; i < buckets; i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = Arrays.copyOf(starts, buckets);
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                sorted[next[hashes[i] >>> shift]++] = hashes[i] << entryBits | entries[i];
            }
            return new SkeletonTable(starts, sorted, shift, entryBits);
        }
    }
}
