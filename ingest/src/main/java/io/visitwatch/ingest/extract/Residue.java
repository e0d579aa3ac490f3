package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises what remains of a page in its article: promotions, credits, cookie notes, "read also" lines; phrases of {@code residue.tsv}. */
final class Residue {
    private static final int LONGEST = 400;
    /** Letters of a line that tells day and author. */
    private static final int LINE = 60;

    private static final Set<String> WHOLE = new HashSet<>();
    private static final Set<String> TAILS = new HashSet<>();
    private static final Map<Character, List<String>> STARTS = new HashMap<>();
    private static final Phrases PARTS;

    static {
        List<String> parts = new ArrayList<>();
        for (List<String> row : DataTable.rows("residue.tsv")) {
            String phrase = PlainText.lower(row.get(1));
            switch (row.get(0)) {
                case "whole" -> WHOLE.add(PlainText.letters(phrase));
                case "tail" -> TAILS.add(PlainText.letters(phrase));
                case "start" ->
                    STARTS.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>())
                            .add(phrase);
                case "part" -> parts.add(phrase);
                default -> throw new IllegalStateException("residue.tsv: unknown kind " + row.get(0));
            }
        }
        PARTS = Phrases.of(parts);
    }

    private final String title;

    Residue(String title) {
        this.title = PlainText.letters(title);
    }

    /** True when {@code block} is no part of an article's text wherever it stands. */
    boolean matches(TextBlock block) {
        String text = block.text();
        if (text.length() > LONGEST) {
            return false;
        }
        String low = PlainText.lower(text);
        if (isAddress(low)) {
            return true;
        }
        String letters = PlainText.letters(low);
        if (letters.isEmpty()
                ? !low.startsWith("_") && !low.startsWith("*") && !low.startsWith("-")
                : WHOLE.contains(letters)) {
            return true;
        }
        if (isHeadline(letters, block)) {
            return true;
        }
        int first = firstLetter(low);
        for (String start :
                first < low.length() ? STARTS.getOrDefault(low.charAt(first), List.of()) : List.<String>of()) {
            if (low.startsWith(start, first)) {
                return true;
            }
        }
        return PARTS.isIn(text);
    }

    /** True when {@code block} is the heading of what pages put below an article. */
    static boolean opensTail(TextBlock block) {
        return block.text().length() < 60 && TAILS.contains(PlainText.letters(block.text()));
    }

    /** The headline again, alone or with the line that tells day and author. */
    private boolean isHeadline(String letters, TextBlock block) {
        if (letters.length() <= 12 || title.isEmpty() || !letters.startsWith(title)) {
            return false;
        }
        boolean lines = title.length() > 20 && letters.length() <= title.length() + LINE && !block.endsSentence();
        return letters.length() == title.length() || (lines && block.text().indexOf('\n') > 0);
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http") && text.contains("://") && text.indexOf(' ') < 0;
    }

    private static int firstLetter(String text) {
        int i = 0;
        while (i < text.length()
                && !Character.isLetterOrDigit(text.charAt(i))
                && text.charAt(i) != '©'
                && text.charAt(i) != '【') {
            i++;
        }
        return i;
    }
}
