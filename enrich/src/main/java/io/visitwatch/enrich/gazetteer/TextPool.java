package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts by where they begin, as UTF-8 in one array, each with a byte after it that UTF-8 does not know: a million of them are one
 * object. Not safe to share while texts are added.
 *
 * <p>A name is kept as it is written, and read as the form it folds to where nothing but capitals and hyphens differ, so that most
 * names need no second text for their form.
 */
final class TextPool {
    private static final byte END = (byte) 0xFF;

    /** What each byte of a name is in the folded form. */
    private static final byte[] FOLDED = folded();

    private byte[] bytes = new byte[1 << 12];
    private int size;

    private static byte[] folded() {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i == '-' ? ' ' : i);
        }
        return table;
    }

    /** Adds a text; where it begins. */
    int add(byte[] text) {
        if (size + text.length >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length / 2 * 3, size + text.length + 1));
        }
        int start = size;
        System.arraycopy(text, 0, bytes, start, text.length);
        bytes[start + text.length] = END;
        size += text.length + 1;
        return start;
    }

    /** Where the text after the one at {@code start} begins. */
    int after(int start) {
        return end(start) + 1;
    }

    /** The text at {@code start}, as it was added. */
    String get(int start) {
        return new String(bytes, start, end(start) - start, StandardCharsets.UTF_8);
    }

    /** The text at {@code start}, read as a folded form. */
    String form(int start) {
        byte[] form = Arrays.copyOfRange(bytes, start, end(start));
        for (int i = 0; i < form.length; i++) {
            form[i] = FOLDED[form[i] & 0xFF];
        }
        return new String(form, StandardCharsets.UTF_8);
    }

    /** Whether the text at {@code start} is this one. */
    boolean is(int start, byte[] text) {
        int at = start;
        for (byte each : text) {
            if (bytes[at] != each) {
                return false;
            }
            at++;
        }
        return ends(at);
    }

    /** Whether the text at {@code start}, read as a folded form, is this one. */
    boolean isForm(int start, byte[] form) {
        int at = start;
        for (byte each : form) {
            if (FOLDED[bytes[at] & 0xFF] != each) {
                return false;
            }
            at++;
        }
        return ends(at);
    }

    /** Whether a text ends at {@code at}. */
    boolean ends(int at) {
        return bytes[at] == END;
    }

    /** Where the text goes on after {@code unit} when, read as a folded form, it has it at {@code at}; else -1. */
    int match(int at, char unit) {
        if (unit < 0x80) {
            return FOLDED[bytes[at] & 0xFF] == unit ? at + 1 : -1;
        }
        if (unit < 0x800) {
            boolean same = bytes[at] == (byte) (0xC0 | (unit >> 6)) && bytes[at + 1] == (byte) (0x80 | (unit & 0x3F));
            return same ? at + 2 : -1;
        }
        boolean same = bytes[at] == (byte) (0xE0 | (unit >> 12))
                && bytes[at + 1] == (byte) (0x80 | ((unit >> 6) & 0x3F))
                && bytes[at + 2] == (byte) (0x80 | (unit & 0x3F));
        return same ? at + 3 : -1;
    }

    /** Gives back what was kept for more. */
    void trim() {
        bytes = Arrays.copyOf(bytes, size);
    }

    private int end(int start) {
        int at = start;
        while (bytes[at] != END) {
            at++;
        }
        return at;
    }
}
