package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by number, as UTF-8 in one array: a million of them are two objects. Not safe to share while texts are added. */
final class TextPool {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;

    /** Adds a text under the next number. */
    int add(byte[] text) {
        int from = start(size);
        if (from + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length / 2 * 3, from + text.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size / 2 * 3);
        }
        System.arraycopy(text, 0, bytes, from, text.length);
        ends[size] = from + text.length;
        return size++;
    }

    /** The text of a number, as UTF-8. */
    byte[] bytes(int number) {
        return Arrays.copyOfRange(bytes, start(number), ends[number]);
    }

    /** The text of a number. */
    String get(int number) {
        int from = start(number);
        return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
    }

    boolean is(int number, byte[] text) {
        return Arrays.equals(bytes, start(number), ends[number], text, 0, text.length);
    }

    int size() {
        return size;
    }

    /** Gives back what was kept for more. */
    void trim() {
        bytes = Arrays.copyOf(bytes, start(size));
        ends = Arrays.copyOf(ends, size);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
