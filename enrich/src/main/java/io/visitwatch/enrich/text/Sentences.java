package io.visitwatch.enrich.text;

import io.visitwatch.model.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into sentences.
 *
 * <p>A paragraph break always ends a sentence, and so does a line break unless the next line goes on in lower case. Full
 * stops after titles, initials, ordinals and known abbreviations do not ({@link Abbreviations}). Knows the stops of the
 * Arabic script, of Urdu, Armenian, Devanagari and Chinese, and stops that the page forgot to follow with a space. A stretch
 * without any stop is cut at {@value #LONGEST} units, at white space, so that no page can make one sentence of a megabyte.
 */
public final class Sentences {
    /** Longest sentence, in UTF-16 units. */
    static final int LONGEST = 2_000;

    private static final String ASCII_STOPS = ".!?";
    private static final String OTHER_STOPS =
            "\u061F\u06D4\u0589\u0964\u0965\u2026\u3002\uFF01\uFF1F\uFF0E\u203C\u2047\u2048\u2049";
    private static final String CLOSERS = "\"')]}\u00BB\u201D\u2019\u203A\u300D\u300F\u201C";
    private static final String BULLETS = "\u2022\u25AA\u25CF\u25E6\u2023\u2043\u25A0\u25BA\u25B6\u204C\u204D";

    private final String text;
    private final Abbreviations abbreviations;
    private final List<TextSpan> spans = new ArrayList<>();
    private int start;

    private Sentences(String text, Abbreviations abbreviations) {
        this.text = text;
        this.abbreviations = abbreviations;
    }

    /**
     * The sentences of {@code text} in order, without surrounding white space; offsets in {@code text}.
     *
     * @param language BCP 47 code; an unknown one (or {@code und}) uses the abbreviations common to all
     */
    public static List<TextSpan> split(String text, String language) {
        return new Sentences(text, Abbreviations.of(language)).run();
    }

    private List<TextSpan> run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = -1;
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                end = lineBreaks(at) ? at : -1;
            } else if (BULLETS.indexOf(c) >= 0) {
                end = at;
            } else if (isStop(c)) {
                int last = lastOfStops(at);
                end = endsAt(at, last) ? afterClosers(last) : -1;
                at = last;
            }
            if (end >= 0) {
                close(end);
                at = Math.max(at, end - 1);
            } else if (at - start >= LONGEST) {
                close(lastGap(at));
            }
            at++;
        }
        close(text.length());
        return List.copyOf(spans);
    }

    private void close(int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            spans.add(new TextSpan(from, to));
        }
        start = end;
    }

    private static boolean isStop(char c) {
        return ASCII_STOPS.indexOf(c) >= 0 || (c > 0x7F && OTHER_STOPS.indexOf(c) >= 0);
    }

    private int lastOfStops(int at) {
        int last = at;
        while (last + 1 < text.length() && isStop(text.charAt(last + 1))) {
            last++;
        }
        return last;
    }

    private int afterClosers(int last) {
        int end = last + 1;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Whether the stops from {@code first} to {@code last} end a sentence. */
    private boolean endsAt(int first, int last) {
        int after = afterClosers(last);
        if (after >= text.length()) {
            return true;
        }
        char next = text.charAt(after);
        if (!isBlank(next)) {
            return after == last + 1 && forgottenSpace(first, next);
        }
        int following = skipBlanks(after);
        if (following >= text.length()) {
            return true;
        }
        int opening = text.codePointAt(skipOpeners(following));
        if (Character.isLowerCase(opening)) {
            return false;
        }
        if (first != last || text.charAt(first) != '.') {
            return true;
        }
        return !abbreviates(first, opening, following);
    }

    /** "said.The", «بغداد.وقال»: a stop between two words of two letters or more, no address and no abbreviation. */
    private boolean forgottenSpace(int stop, char next) {
        if (stop < 2 || text.charAt(stop) != '.') {
            return stop >= 1 && Character.isLetter(next) && OTHER_STOPS.indexOf(text.charAt(stop)) >= 0;
        }
        char before = text.charAt(stop - 1);
        if (!Character.isLetter(before) || !Character.isLetter(text.charAt(stop - 2))) {
            return false;
        }
        if (stop + 2 >= text.length() || !Character.isLetter(text.charAt(stop + 2))) {
            return false;
        }
        boolean uncased = isUncased(before) && isUncased(next);
        boolean newSentence = Character.isLowerCase(before)
                && Character.isUpperCase(next)
                && Character.isLowerCase(text.charAt(stop + 2));
        return (uncased || newSentence) && !abbreviations.neverEnds(wordBefore(stop));
    }

    private boolean abbreviates(int stop, int opening, int following) {
        String word = wordBefore(stop);
        if (word.isEmpty()) {
            return false;
        }
        if (isNumber(word)) {
            boolean listItem = start == stop - word.length() || skipBlanks(start) == stop - word.length();
            return listItem || (word.length() <= 2 && abbreviations.ordinalsTakeStops() && Character.isLetter(opening));
        }
        if (isInitial(word) || abbreviations.neverEnds(word)) {
            return true;
        }
        return abbreviations.mayEnd(word) && !abbreviations.opensSentence(wordAt(following));
    }

    /** A single letter, «د», "J", or letters with inner stops that are all single: "J.-Y". */
    private static boolean isInitial(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters == 1 && Character.isLetter(word.codePointAt(0)) && !Character.isLowerCase(word.codePointAt(0));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** The letters, digits and inner stops right before the stop: "Gen", "U.S", "8". */
    private String wordBefore(int stop) {
        int from = stop;
        int furthest = Math.max(start, stop - 24);
        while (from > furthest && isWordUnit(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, stop);
    }

    private static boolean isWordUnit(char c) {
        return c == '.' || Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private String wordAt(int from) {
        int at = skipOpeners(from);
        int end = at;
        while (end < text.length() && end - at < 24 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Whether the line break at {@code at} ends a sentence: an empty line does, and a line that starts anew. */
    private boolean lineBreaks(int at) {
        int next = at + 1;
        int breaks = 1;
        while (next < text.length() && isBlank(text.charAt(next))) {
            char c = text.charAt(next);
            boolean pair = c == '\n' && text.charAt(next - 1) == '\r';
            breaks += (c == '\n' || c == '\r') && !pair ? 1 : 0;
            next++;
        }
        if (next >= text.length() || breaks > 1) {
            return true;
        }
        int before = at;
        while (before > start && isBlank(text.charAt(before - 1))) {
            before--;
        }
        return !Character.isLowerCase(text.codePointAt(next)) || (before > start && isStop(text.charAt(before - 1)));
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int skipOpeners(int from) {
        int at = from;
        while (at < text.length() - 1 && isOpener(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOpener(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && !isBlank(c);
    }

    private int lastGap(int at) {
        for (int gap = at; gap > start + LONGEST / 2; gap--) {
            if (isBlank(text.charAt(gap))) {
                return gap;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean isUncased(char c) {
        return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
