package io.visitwatch.enrich.gazetteer;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Entries by the hash of a key, in three arrays: the upper bits of a hash say which bucket its entries lie in, eight lower bits
 * stand beside each entry. It may give an entry of another key, about one in a hundred; it never leaves one out.
 */
final class SkeletonTable {
    private static final int PER_BUCKET = 4;

    private final int[] starts;
    private final int[] entries;
    private final byte[] tags;
    private final int shift;

    private SkeletonTable(int[] starts, int[] entries, byte[] tags, int shift) {
        this.starts = starts;
        this.entries = entries;
        this.tags = tags;
        this.shift = shift;
    }

    /** Gives the entries of a hash, in the order they were added. */
    void find(int hash, IntConsumer sink) {
        int bucket = hash >>> shift;
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if (tags[i] == (byte) hash) {
                sink.accept(entries[i]);
            }
        }
    }

    /** Collects entries. */
    static final class Builder {
        private int[] hashes = new int[1 << 10];
        private int[] entries = new int[1 << 10];
        private int size;

        void add(int[] keys, int entry) {
            for (int key : keys) {
                if (size == hashes.length) {
                    hashes = Arrays.copyOf(hashes, size / 2 * 3);
                    entries = Arrays.copyOf(entries, size / 2 * 3);
                }
                hashes[size] = key;
                entries[size++] = entry;
            }
        }

        SkeletonTable build() {
            int buckets = Integer.highestOneBit(Math.max(2, size / PER_BUCKET));
            int shift = 32 - Integer.numberOfTrailingZeros(buckets);
            int[] starts = new int[buckets + 1];
            for (int i = 0; i < size; i++) {
                starts[(hashes[i] >>> shift) + 1]++;
            }
            for (int i = 0; i < buckets; i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = Arrays.copyOf(starts, buckets);
            int[] sorted = new int[size];
            byte[] tags = new byte[size];
            for (int i = 0; i < size; i++) {
                int at = next[hashes[i] >>> shift]++;
                sorted[at] = entries[i];
                tags[at] = (byte) hashes[i];
            }
            return new SkeletonTable(starts, sorted, tags, shift);
        }
    }
}
