package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;

/**
 * All written forms in one open-addressing hash: a form is its tokens joined by single spaces, its key the hash of that text.
 *
 * <p>A bit set knows the hash of every token prefix of every form, so that a walk over a text stops at the first token no
 * form begins with. A hit of the hash is checked letter by letter, so nothing is found that is not there. Forms are kept as
 * UTF-8 in one array: a million names of twenty letters need about forty megabytes with the table.
 */
final class NameIndex {
    /** Hash of no text. */
    static final long SEED = 0xcbf29ce484222325L;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final byte[] pool;
    private final int[] offsets;
    private final int[] payloads;
    private final int[] slots;
    private final long[] prefixes;

    NameIndex(byte[] pool, int[] offsets, int[] payloads, int[] slots, long[] prefixes) {
        this.pool = pool;
        this.offsets = offsets;
        this.payloads = payloads;
        this.slots = slots;
        this.prefixes = prefixes;
    }

    /** The same forms, of which a walk reaches those alone whose token prefixes are marked. */
    NameIndex withPrefixes(long[] marked) {
        return new NameIndex(pool, offsets, payloads, slots, marked);
    }

    /** The hash of a text that is one unit longer. */
    static long step(long hash, char unit) {
        long mixed = (hash ^ unit) * PRIME;
        return mixed ^ (mixed >>> 29);
    }

    /** Number of forms. */
    int size() {
        return payloads.length;
    }

    /** Whether any form may begin with, or be, the whole tokens hashed so far. */
    boolean mayBegin(long hash) {
        int bit = prefixBit(hash, prefixes.length);
        return (prefixes[bit >>> 6] & (1L << bit)) != 0;
    }

    static int prefixBit(long hash, int words) {
        return (int) (hash >>> 20) & ((words << 6) - 1);
    }

    /** Where the search for a hash begins in a table of any length. */
    static int slot(long hash, int length) {
        return slot((int) (hash ^ (hash >>> 32)), length);
    }

    static int slot(int fold, int length) {
        return (int) ((((fold * 0x9E3779B9L) & 0xFFFFFFFFL) * length) >>> 32);
    }

    /**
     * The form equal to {@code lead} plus the words of {@code text} in {@code [start, end)}.
     *
     * @return number of the form, or -1
     */
    int find(long hash, String lead, CharSequence text, int start, int end) {
        int at = slot(hash, slots.length);
        while (true) {
            int form = slots[at] - 1;
            if (form < 0) {
                return -1;
            }
            if (equalsForm(form, lead, text, start, end)) {
                return form;
            }
            at = at + 1 == slots.length ? 0 : at + 1;
        }
    }

    /** What a form stands for, in the numbering of the builder's caller. */
    int payload(int form) {
        return payloads[form];
    }

    /** The folded text of a form. */
    String text(int form) {
        return new String(pool, offsets[form], offsets[form + 1] - offsets[form], StandardCharsets.UTF_8);
    }

    private boolean equalsForm(int form, String lead, CharSequence text, int start, int end) {
        int at = offsets[form];
        int limit = offsets[form + 1];
        for (int i = 0; i < lead.length(); i++) {
            at = matchUnit(at, limit, lead.charAt(i));
            if (at < 0) {
                return false;
            }
        }
        boolean gap = false;
        for (int i = start; i < end; i++) {
            char unit = text.charAt(i);
            if (!WordUnits.isWord(unit)) {
                gap = true;
                continue;
            }
            if (gap) {
                gap = false;
                at = matchUnit(at, limit, ' ');
                if (at < 0) {
                    return false;
                }
            }
            at = matchUnit(at, limit, unit);
            if (at < 0) {
                return false;
            }
        }
        return at == limit;
    }

    /** Position after {@code unit} in the pool when it stands at {@code at}, else -1. */
    private int matchUnit(int at, int limit, char unit) {
        if (unit < 0x80) {
            return at < limit && pool[at] == unit ? at + 1 : -1;
        }
        if (unit < 0x800) {
            boolean same = at + 1 < limit
                    && pool[at] == (byte) (0xC0 | (unit >> 6))
                    && pool[at + 1] == (byte) (0x80 | (unit & 0x3F));
            return same ? at + 2 : -1;
        }
        boolean same = at + 2 < limit
                && pool[at] == (byte) (0xE0 | (unit >> 12))
                && pool[at + 1] == (byte) (0x80 | ((unit >> 6) & 0x3F))
                && pool[at + 2] == (byte) (0x80 | (unit & 0x3F));
        return same ? at + 3 : -1;
    }
}
