package io.visitwatch.enrich.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntBinaryOperator;

/** Collects folded forms for a {@link NameIndex}. Not safe to share between threads. */
final class NameIndexBuilder {
    private static final int NOBODY = -1;

    private final PeopleNames people;
    private final TextPool texts;
    private final HashSlots slots = new HashSlots();
    private int[] starts = new int[1 << 12];
    private int[] payloads = new int[1 << 12];
    private int size;

    /** Begins; letters of forms are added to the texts of the names. */
    NameIndexBuilder(PeopleNames people) {
        this.people = people;
        this.texts = people.texts();
    }

    /**
     * Adds a form.
     *
     * @param folded folded text; separators of any kind become one space
     * @param payload what it stands for
     * @param merge payload for a form that is already there, from the old and the new one
     * @return number of the form; -1 when it holds no letter and nothing was added
     */
    int add(String folded, int payload, IntBinaryOperator merge) {
        return addName(folded, NOBODY, payload, merge);
    }

    /** As {@link #add}, for a name of the person of a number, whose usual name is told already. */
    int addName(String folded, int person, int payload, IntBinaryOperator merge) {
        String form = words(folded);
        if (form.isEmpty()) {
            return -1;
        }
        int spread = HashSlots.spread(TextHash.row(form));
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        int known = slots.find(spread, other -> texts.isForm(starts[other], bytes));
        if (known != HashSlots.NONE) {
            payloads[known] = merge.applyAsInt(payloads[known], payload);
            return known;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            payloads = Arrays.copyOf(payloads, size * 2);
        }
        boolean usual = person != NOBODY && texts.isForm(people.nameAt(person), bytes);
        starts[size] = usual ? people.nameAt(person) : texts.add(bytes);
        payloads[size] = payload;
        slots.add(spread);
        return size++;
    }

    /** The number of each form in the finished index, by its number here. */
    int[] numbers() {
        int own = 0;
        for (int form = 0; form < size; form++) {
            own += isUsualName(form) ? 0 : 1;
        }
        int[] numbers = new int[size];
        int next = 0;
        for (int form = 0; form < size; form++) {
            numbers[form] = isUsualName(form) ? own + Senses.Builder.personOf(payloads[form]) : next++;
        }
        return numbers;
    }

    /** Whether a form stands for one person alone, and is the full name the person was told of with. */
    private boolean isUsualName(int form) {
        return Senses.isFullName(payloads[form])
                && starts[form] == people.nameAt(Senses.Builder.personOf(payloads[form]));
    }

    /**
     * The finished index.
     *
     * @param numbers {@link #numbers}
     */
    NameIndex build(int[] numbers) {
        BitSet named = new BitSet();
        int own = 0;
        int[] ownStarts = new int[size];
        int[] ownPayloads = new int[size];
        WordFilter.Builder filter = new WordFilter.Builder(size);
        for (int form = 0; form < size; form++) {
            filter.add(texts.form(starts[form]));
            if (isUsualName(form)) {
                named.set(Senses.Builder.personOf(payloads[form]));
            } else {
                ownStarts[own] = starts[form];
                ownPayloads[own++] = payloads[form];
            }
        }
        return new NameIndex(
                people,
                named,
                Arrays.copyOf(ownStarts, own),
                Arrays.copyOf(ownPayloads, own),
                slots.settled(numbers, own + people.size(), size / 3 * 4 + 8),
                filter.build());
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
