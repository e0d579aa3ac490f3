package io.visitwatch.enrich.gazetteer;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * All written forms in one open-addressing hash: a form is its tokens joined by single spaces, its key the hash of that text.
 *
 * <p>A filter knows the hash of every token prefix of every form, so that a walk over a text stops at the first token no
 * form begins with. A hit of the hash is checked letter by letter, so nothing is found that is not there.
 *
 * <p>A form that is the usual name of one person and nothing else, as nearly all of a million are, is not kept at all: its number
 * and what it stands for come from the person's number, its letters are those of the name. Forms of their own have the smaller
 * numbers.
 */
final class NameIndex {
    private final PeopleNames people;
    private final TextPool texts;
    private final BitSet named;
    private final int[] starts;
    private final int[] payloads;
    private final HashSlots slots;
    private final WordFilter filter;

    /**
     * An index.
     *
     * @param people people by number, with the texts of all forms
     * @param named numbers of people whose usual name is a form that stands for nobody else
     * @param starts where the letters of forms of their own begin in the texts
     * @param payloads what these forms stand for
     * @param slots numbers of all forms by hash
     */
    NameIndex(PeopleNames people, BitSet named, int[] starts, int[] payloads, HashSlots slots, WordFilter filter) {
        this.people = people;
        this.texts = people.texts();
        this.named = named;
        this.starts = starts;
        this.payloads = payloads;
        this.slots = slots;
        this.filter = filter;
    }

    /** The same forms, of which a walk reaches those alone that were added to the filter. */
    NameIndex with(WordFilter other) {
        return new NameIndex(people, named, starts, payloads, slots, other);
    }

    /** What the numbers of forms are below. */
    int bound() {
        return starts.length + people.size();
    }

    /** Gives the number of each form, in their order. */
    void forEach(IntConsumer sink) {
        for (int form = 0; form < starts.length; form++) {
            sink.accept(form);
        }
        named.stream().forEach(person -> sink.accept(starts.length + person));
    }

    /** Tells where a walk over a text need not look. */
    WordFilter filter() {
        return filter;
    }

    /**
     * The form equal to {@code lead} plus the words of {@code text} in {@code [start, end)}.
     *
     * @return number of the form, or -1
     */
    int find(long hash, String lead, CharSequence text, int start, int end) {
        int spread = HashSlots.spread(hash);
        int at = slots.first(spread);
        while (true) {
            int form = slots.number(at, spread);
            if (form == HashSlots.NONE) {
                return -1;
            }
            if (form >= 0 && equalsForm(form, lead, text, start, end)) {
                return form;
            }
            at = slots.next(at);
        }
    }

    /** What a form stands for, in the numbering of the builder's caller. */
    int payload(int form) {
        return form < payloads.length ? payloads[form] : Senses.Builder.ofPerson(form - payloads.length, false);
    }

    /** The folded text of a form. */
    String text(int form) {
        return texts.form(start(form));
    }

    private int start(int form) {
        return form < starts.length ? starts[form] : people.nameAt(form - starts.length);
    }

    private boolean equalsForm(int form, String lead, CharSequence text, int start, int end) {
        int at = start(form);
        for (int i = 0; i < lead.length(); i++) {
            at = texts.match(at, lead.charAt(i));
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
                at = texts.match(at, ' ');
                if (at < 0) {
                    return false;
                }
            }
            at = texts.match(at, unit);
            if (at < 0) {
                return false;
            }
        }
        return texts.ends(at);
    }
}
