package io.visitwatch.enrich.lang;

import io.visitwatch.enrich.lang.Affixes.Form;
import io.visitwatch.enrich.lang.Pattern.Shape;
import io.visitwatch.enrich.lang.Pattern.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many patterns may begin at a token when they begin with parts of words ({@code visit*}, {@code *mek}): found by the two
 * letters at that part's outer end, since a pack has hundreds of them and nearly no token begins one.
 */
final class LooseHeads {
    private static final int SLOTS = 1_024;
    private static final int[] NONE = {};

    private final int[][] beginnings = new int[SLOTS][];
    private final int[][] endings = new int[SLOTS][];
    /** Patterns with a part of one letter: these are tried at every token. */
    private int[] always = NONE;

    LooseHeads(List<Pattern> patterns) {
        Arrays.fill(beginnings, NONE);
        Arrays.fill(endings, NONE);
        for (int number = 0; number < patterns.size(); number++) {
            for (Word head : patterns.get(number).heads()) {
                put(head, number);
            }
        }
    }

    /** The numbers of the patterns that may begin at a token of these forms, ascending; some of them do not. */
    int[] at(List<Form> forms) {
        int[] found = always;
        for (Form form : forms) {
            String text = form.text();
            if (text.length() >= 2) {
                found = joined(found, beginnings[beginning(text)]);
                found = joined(found, endings[ending(text)]);
            }
        }
        return found;
    }

    private void put(Word head, int number) {
        String text = head.text();
        if (text.length() < 2) {
            always = joined(always, new int[] {number});
        } else if (head.shape() == Shape.SUFFIX) {
            endings[ending(text)] = joined(endings[ending(text)], new int[] {number});
        } else {
            beginnings[beginning(text)] = joined(beginnings[beginning(text)], new int[] {number});
        }
    }

    private static int[] joined(int[] some, int[] more) {
        if (more.length == 0 || some.length == 0) {
            return more.length == 0 ? some : more;
        }
        return IntStream.concat(Arrays.stream(some), Arrays.stream(more))
                .distinct()
                .sorted()
                .toArray();
    }

    private static int beginning(String text) {
        return slot(text.charAt(0), text.charAt(1));
    }

    private static int ending(String text) {
        return slot(text.charAt(text.length() - 1), text.charAt(text.length() - 2));
    }

    private static int slot(char outer, char inner) {
        return (outer * 31 + inner) & (SLOTS - 1);
    }
}
