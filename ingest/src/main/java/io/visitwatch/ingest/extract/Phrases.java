package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of phrases looked for in texts of any case, all in one pass and without copies of the text: places of a text are asked for the
 * phrases that begin with the two letters standing there, and nearly everywhere there are none.
 */
final class Phrases {
    private static final int SLOTS = 8_192;

    private final boolean[] begins = new boolean[SLOTS];
    private final String[][] byStart = new String[SLOTS][];

    private Phrases() {}

    /** The set of {@code phrases}: lower case as {@link PlainText#lower} gives it, two letters or more. */
    static Phrases of(List<String> phrases) {
        List<List<String>> slots = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
        for (String phrase : phrases) {
            if (phrase.length() < 2 || !phrase.equals(PlainText.lower(phrase))) {
                throw new IllegalArgumentException("no phrase of two small letters or more: " + phrase);
            }
            slots.get(slot(phrase.charAt(0), phrase.charAt(1))).add(phrase);
        }
        Phrases set = new Phrases();
        for (int i = 0; i < SLOTS; i++) {
            set.begins[i] = !slots.get(i).isEmpty();
            set.byStart[i] = slots.get(i).toArray(String[]::new);
        }
        return set;
    }

    /** True when one of the phrases stands in {@code text}, also inside words. */
    boolean isIn(String text) {
        int length = text.length();
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = PlainText.lower(text.charAt(i));
            int slot = slot(before, c);
            if (begins[slot] && i > 0 && standsAt(i - 1, byStart[slot], text)) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static boolean standsAt(int at, String[] phrases, String text) {
        for (String phrase : phrases) {
            if (standsAt(at, phrase, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(int at, String phrase, String text) {
        if (at + phrase.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < phrase.length(); i++) {
            if (phrase.charAt(i) != PlainText.lower(text.charAt(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static int slot(char first, char second) {
        return (first * 181 + second * 7) & (SLOTS - 1);
    }
}
