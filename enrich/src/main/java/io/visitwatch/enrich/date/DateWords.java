package io.visitwatch.enrich.date;

import io.visitwatch.enrich.date.DateLexicon.Hit;
import io.visitwatch.enrich.date.DateLexicon.Kind;
import io.visitwatch.enrich.text.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of one text as the date rules look at them: phrases, numbers, years and what stands between. */
final class DateWords {
    /** How far from a weekday a word about the future counts, in words of the same sentence. */
    private static final int TENSE_WINDOW = 14;

    private static final int LONGEST_ORDINAL_ENDING = 3;

    private final String folded;
    private final List<Token> tokens;
    private final DateLexicon lexicon;

    DateWords(String folded, List<Token> tokens, DateLexicon lexicon) {
        this.folded = folded;
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** A number read and the index of the word after it. */
    record Figure(int value, int to) {}

    int count() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    @Nullable Hit find(Kind kind, int at) {
        return lexicon.find(kind, tokens, at);
    }

    boolean has(Kind kind, int at) {
        return at >= 0 && find(kind, at) != null;
    }

    /** Whether a phrase of a kind ends right before word {@code at}. */
    boolean endsBefore(Kind kind, int at) {
        for (int from = at - 1; from >= Math.max(0, at - 3); from--) {
            Hit hit = find(kind, from);
            if (hit != null && hit.to() == at) {
                return true;
            }
        }
        return false;
    }

    /** A day of the month at {@code at}: one or two figures with an ordinal ending ("8", "8th", "1er", "و9"). */
    @Nullable Figure dayNumber(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        String word = tokens.get(at).text();
        int from = word.charAt(0) == '\u0648' ? 1 : 0;
        int to = digitsEnd(word, from);
        boolean plain = to > from && to - from <= 2 && word.length() - to <= LONGEST_ORDINAL_ENDING;
        if (!plain || !word.substring(to).chars().allMatch(Character::isLetter)) {
            return null;
        }
        int value = Integer.parseInt(word.substring(from, to));
        if (value < 1 || value > 31) {
            return null;
        }
        int next = at + 1;
        // "8-го", "8'inci": the ending is a word of its own.
        if (next < tokens.size() && to == word.length() && isGluedEnding(at, next)) {
            next++;
        }
        return new Figure(value, next);
    }

    /** A count in figures or words, "3", "three". */
    @Nullable Figure count(int at) {
        Figure figures = dayNumber(at);
        if (figures != null) {
            return figures;
        }
        Hit word = find(Kind.NUMBER, at);
        return word == null ? null : new Figure(word.number(), word.to());
    }

    /** A year of a calendar at {@code at}, four figures, perhaps with a letter after it (2024م). */
    @Nullable Figure year(Calendars calendar, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        String word = tokens.get(at).text();
        int from = Character.isLetter(word.charAt(0)) ? 1 : 0;
        int to = digitsEnd(word, from);
        if (to - from != 4 || word.length() - to > 2) {
            return null;
        }
        int value = Integer.parseInt(word.substring(from, to));
        // Kurdish solar years are 1321 ahead of the Iranian ones.
        int year = calendar == Calendars.SOLAR && value > 2600 && value < 2800 ? value - 1321 : value;
        return calendar.isYear(year) ? new Figure(year, at + 1) : null;
    }

    /** The index after any connecting words at {@code at} ("of", "de", "الموافق"), two at most. */
    int afterFillers(int at) {
        int next = at;
        for (int i = 0; i < 2; i++) {
            Hit filler = find(Kind.FILLER, next);
            if (filler == null) {
                return next;
            }
            next = filler.to();
        }
        return next;
    }

    /** Whether the future is spoken of around the words from {@code from} to {@code to}, in their sentence. */
    boolean isFutureAround(int from, int to) {
        for (int at = from - 1; at >= Math.max(0, from - TENSE_WINDOW); at--) {
            if (endsSentence(at)) {
                break;
            }
            if (lexicon.isFuture(tokens, at)) {
                return true;
            }
        }
        for (int at = to; at < Math.min(tokens.size(), to + TENSE_WINDOW); at++) {
            if (at > 0 && endsSentence(at - 1)) {
                break;
            }
            if (lexicon.isFuture(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** What stands between word {@code at} and the one after it. */
    String between(int at) {
        return at + 1 >= tokens.size()
                ? ""
                : folded.substring(tokens.get(at).end(), tokens.get(at + 1).start());
    }

    private boolean endsSentence(int at) {
        String between = between(at);
        return between.length() > 1
                && (between.charAt(0) == '.' || between.indexOf('!') >= 0 || between.indexOf('?') >= 0);
    }

    private boolean isGluedEnding(int at, int next) {
        String between = between(at);
        String ending = tokens.get(next).text();
        return (between.equals("-") || between.equals("'"))
                && ending.length() <= 4
                && Character.isLetter(ending.charAt(0));
    }

    private static int digitsEnd(String word, int from) {
        int to = from;
        while (to < word.length() && word.charAt(to) >= '0' && word.charAt(to) <= '9') {
            to++;
        }
        return to;
    }
}
