package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Ids and usual names of people, numbered in the order they were first told of. Not safe to share while people are added. */
final class PeopleNames {
    private static final int NONE = -1;

    private final TextPool ids = new TextPool();
    private final TextPool names = new TextPool();
    private final Map<Integer, String> renamed = new HashMap<>();
    private int[] slots = new int[1 << 9];

    /** Adds a person, or gives a known one another name; the person's number. */
    int put(String id, String name) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        int slot = slot(text);
        if (slots[slot] != 0) {
            int known = slots[slot] - 1;
            renamed.put(known, name);
            return known;
        }
        int number = ids.add(text);
        names.add(name.getBytes(StandardCharsets.UTF_8));
        slots[slot] = number + 1;
        if ((number + 1) * 2 > slots.length) {
            resize(slots.length * 2);
        }
        return number;
    }

    /** A person's number; -1 when unknown. */
    int number(String id) {
        int number = slots[slot(id.getBytes(StandardCharsets.UTF_8))] - 1;
        return number < 0 ? NONE : number;
    }

    boolean knows(String id) {
        return number(id) != NONE;
    }

    String id(int number) {
        return ids.get(number);
    }

    String name(int number) {
        String other = renamed.get(number);
        return other == null ? names.get(number) : other;
    }

    int size() {
        return ids.size();
    }

    /** Gives back what was kept for more. */
    void trim() {
        ids.trim();
        names.trim();
        resize(ids.size() / 3 * 4 + 8);
    }

    private void resize(int length) {
        slots = new int[length];
        for (int number = 0; number < ids.size(); number++) {
            int at = start(ids.bytes(number));
            while (slots[at] != 0) {
                at = next(at);
            }
            slots[at] = number + 1;
        }
    }

    private int slot(byte[] id) {
        int at = start(id);
        while (slots[at] != 0 && !ids.is(slots[at] - 1, id)) {
            at = next(at);
        }
        return at;
    }

    private int start(byte[] id) {
        long hash = NameIndex.SEED;
        for (byte unit : id) {
            hash = NameIndex.step(hash, (char) unit);
        }
        return NameIndex.slot(hash, slots.length);
    }

    private int next(int at) {
        return at + 1 == slots.length ? 0 : at + 1;
    }
}
