package io.visitwatch.enrich.gazetteer;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers by the hash of what they stand for, in one open-addressing array. The bits of an entry that its number leaves over hold
 * part of the hash, so that what is not there is mostly told from what is without a look at it.
 *
 * <p>Not safe to share while numbers are added.
 */
final class HashSlots {
    /** Nothing stands at a place: the search is over. */
    static final int NONE = -1;

    /** Something else stands at a place: the search goes on. */
    static final int OTHER = -2;

    private static final int[] SETTLED = {};

    private int[] slots;
    private int[] spreads;
    private int numberBits;
    private int size;

    HashSlots() {
        this(1 << 12);
    }

    private HashSlots(int numbers) {
        this(new int[numbers * 2], new int[numbers], bits(numbers));
    }

    private HashSlots(int[] slots, int[] spreads, int numberBits) {
        this.slots = slots;
        this.spreads = spreads;
        this.numberBits = numberBits;
    }

    /** The 32 bits of a text's hash that say where it is looked for. */
    static int spread(long hash) {
        return (int) (hash ^ (hash >>> 32)) * 0x9E3779B9;
    }

    /** Where the search for a hash begins. */
    int first(int spread) {
        return (int) (((spread & 0xFFFFFFFFL) * slots.length) >>> 32);
    }

    /** Where it goes on. */
    int next(int at) {
        return at + 1 == slots.length ? 0 : at + 1;
    }

    /** The number at a place when it may be the one looked for, {@link #OTHER} or {@link #NONE}. */
    int number(int at, int spread) {
        int entry = slots[at];
        if (entry == 0) {
            return NONE;
        }
        return entry >>> numberBits == tag(spread) ? (entry & ((1 << numberBits) - 1)) - 1 : OTHER;
    }

    /** The number that has this hash and passes the test; {@link #NONE} when none does. */
    int find(int spread, IntPredicate test) {
        int at = first(spread);
        int number = number(at, spread);
        while (number != NONE && (number == OTHER || !test.test(number))) {
            at = next(at);
            number = number(at, spread);
        }
        return number;
    }

    /** Adds the next number, counted from zero; returns it. */
    int add(int spread) {
        if (size == spreads.length) {
            grow();
        }
        spreads[size] = spread;
        put(spread, size);
        return size++;
    }

    private void grow() {
        HashSlots larger = new HashSlots(size * 2);
        for (int number = 0; number < size; number++) {
            larger.put(spreads[number], number);
        }
        slots = larger.slots;
        numberBits = larger.numberBits;
        spreads = Arrays.copyOf(spreads, size * 2);
    }

    /**
     * The same for good: nothing can be added to it.
     *
     * @param numbers what each number becomes
     * @param bound what the new numbers are below
     * @param length how many slots, more than there are numbers
     */
    HashSlots settled(int[] numbers, int bound, int length) {
        HashSlots settled = new HashSlots(new int[length], SETTLED, bits(bound));
        for (int number = 0; number < size; number++) {
            settled.put(spreads[number], numbers[number]);
        }
        return settled;
    }

    private void put(int spread, int number) {
        int at = first(spread);
        while (slots[at] != 0) {
            at = next(at);
        }
        slots[at] = tag(spread) << numberBits | (number + 1);
    }

    private int tag(int spread) {
        return spread & (-1 >>> numberBits);
    }

    private static int bits(int numbers) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(numbers);
    }
}
