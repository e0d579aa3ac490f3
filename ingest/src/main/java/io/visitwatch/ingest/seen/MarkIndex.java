package io.visitwatch.ingest.seen;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/**
 * Where in an array the mark of a hash stands: open addressing, because ten thousand feeds remember millions of marks, and what a poll
 * does not touch must not have to be fetched. Of marks with the same hash the last is found.
 */
final class MarkIndex {
    private static final int NONE = -1;

    /** Nobody outside knows where a hash goes, so that no feed can have all of its entries go to one place. */
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private final ToLongFunction<Mark> hash;
    private final int[] slots;

    MarkIndex(Mark[] marks, ToLongFunction<Mark> hash) {
        this.hash = hash;
        this.slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, marks.length)) * 4)];
        Arrays.fill(slots, NONE);
        for (int i = 0; i < marks.length; i++) {
            slots[slot(marks, hash.applyAsLong(marks[i]))] = i;
        }
    }

    /** Position of the mark with a hash; negative when there is none. */
    int position(Mark[] marks, long value) {
        return slots[slot(marks, value)];
    }

    /** The slot that holds a hash, or the empty one where it belongs. At most half of the slots are taken. */
    private int slot(Mark[] marks, long value) {
        int slot = (int) ((value * SPREAD) >>> 32) & (slots.length - 1);
        while (slots[slot] != NONE && hash.applyAsLong(marks[slots[slot]]) != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
