package io.visitwatch.ingest.extract;

import org.jsoup.nodes.Element;

/**
 * What the class and id of an element say about its contents. Names are split into words ({@code post-body}, {@code postBody} and
 * {@code post_body} are the same two) and looked up singly and in pairs in {@code class-words.tsv}; nothing matches inside a word.
 */
final class ElementName {
    /** Around the article, never in it. */
    static final int DROP = 1;
    /** Readers' comments: stay out even when everything else is let in. */
    static final int COMMENTS = 2;
    /** Likely to hold the body. */
    static final int BODY = 4;
    /** Not shown. */
    static final int HIDDEN = 8;
    /** Stays although its words say otherwise: an embedded post or a quotation. */
    static final int KEEP = 16;
    /** Names the author. */
    static final int BYLINE = 32;
    /** Tells the time of publication. */
    static final int DATE = 64;
    /** Sums the article up before its body. */
    static final int STANDFIRST = 128;
    /** Holds the headline. */
    static final int HEADLINE = 256;

    /** Longest class or id read: longer ones are data, not names. */
    private static final int LONGEST = 400;

    private static final WordFlags WORDS = WordFlags.of(DataTable.flags("class-words.tsv", ElementName::flag));

    private ElementName() {}

    /** The flags of {@code element}'s class and id. */
    static int of(Element element) {
        String classes = element.attr("class");
        String id = element.attr("id");
        int flags = classes.isEmpty() ? 0 : read(classes);
        return id.isEmpty() ? flags : flags | read(id);
    }

    private static int read(String names) {
        int flags = 0;
        long before = 0;
        long word = 0;
        char last = ' ';
        int length = Math.min(names.length(), LONGEST);
        for (int i = 0; i <= length; i++) {
            char c = i < length ? names.charAt(i) : ' ';
            boolean letter = isLetter(c);
            boolean hump = letter && c < 'a' && last >= 'a' && isLetter(last);
            if ((!letter || hump) && word != 0) {
                flags |= WORDS.get(word) | (before == 0 ? 0 : WORDS.get(WordFlags.pair(before, word)));
                before = word;
                word = 0;
            }
            if (letter) {
                word = WordFlags.add(word, c < 0x80 ? (char) (c | 0x20) : Character.toLowerCase(c));
            } else if (c <= ' ') {
                before = 0;
            }
            last = c;
        }
        return flags;
    }

    private static boolean isLetter(char c) {
        int small = c | 0x20;
        return c < 0x80 ? small >= 'a' && small <= 'z' : Character.isLetter(c);
    }

    private static int flag(String name) {
        return switch (name) {
            case "drop" -> DROP;
            case "comments" -> COMMENTS | DROP;
            case "body" -> BODY;
            case "hidden" -> HIDDEN | DROP;
            case "keep" -> KEEP;
            case "byline" -> BYLINE;
            case "date" -> DATE;
            case "standfirst" -> STANDFIRST;
            case "headline" -> HEADLINE;
            default -> throw new IllegalArgumentException("class-words.tsv: unknown kind " + name);
        };
    }
}
