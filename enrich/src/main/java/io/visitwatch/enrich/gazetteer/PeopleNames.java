package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Ids and usual names of people, numbered in the order they were first told of. Not safe to share while people are added. */
final class PeopleNames {
    private static final int NONE = -1;

    /** The name of each person, and the id after it. */
    private final TextPool texts = new TextPool();

    private final Map<Integer, String> renamed = new HashMap<>();
    private int[] names = new int[1 << 9];
    private int size;
    private HashSlots slots = new HashSlots();

    /** Adds a person, or gives a known one another name; the person's number. */
    int put(String id, String name) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        int spread = spread(id);
        int known = number(text, spread);
        if (known != NONE) {
            renamed.put(known, name);
            return known;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
        }
        names[size] = texts.add(name.getBytes(StandardCharsets.UTF_8));
        texts.add(text);
        slots.add(spread);
        return size++;
    }

    /** A person's number; -1 when unknown. */
    int number(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return number(text, spread(id));
    }

    private int number(byte[] id, int spread) {
        int number = slots.find(spread, each -> texts.is(texts.after(names[each]), id));
        return number == HashSlots.NONE ? NONE : number;
    }

    boolean knows(String id) {
        return number(id) != NONE;
    }

    String id(int number) {
        return texts.get(texts.after(names[number]));
    }

    String name(int number) {
        String other = renamed.get(number);
        return other == null ? texts.get(names[number]) : other;
    }

    /** Where in {@link #texts} the name stands that a person was first told of with. */
    int nameAt(int number) {
        return names[number];
    }

    /** The texts the names are among; others may be added. */
    TextPool texts() {
        return texts;
    }

    int size() {
        return size;
    }

    /** Gives back what was kept for more; nobody can be added after it. */
    void trim() {
        names = Arrays.copyOf(names, size);
        int[] same = new int[size];
        Arrays.setAll(same, number -> number);
        slots = slots.settled(same, size, size / 7 * 8 + 8);
        texts.trim();
    }

    private static int spread(String id) {
        return HashSlots.spread(TextHash.word(id, 0, id.length()));
    }
}
