package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.Set;

/** What the shape of an Arabic word tells where no list has it: a verb, a phrase in one word, a family name. */
final class ArabicWords {
    /** Beginnings of titles whose first letter is no conjunction: delegation, minister, deputy. */
    private static final Set<String> OWN_LETTER = Set.of("وفد", "وفود", "وزر", "وزير", "وكيل", "وكلا");

    private ArabicWords() {}

    /** Whether a family name stands there, so that the surname before it is somebody else's given name ({@code مقداد الشريفي}). */
    static boolean familyName(Section section, Sentence sentence, int next) {
        return next < sentence.end()
                && section.gap(next).isBlank()
                && section.tokens().get(next).text().startsWith("\u0627\u0644")
                && section.tokens().get(next).text().endsWith("\u064A")
                && sentence.cues().stream().noneMatch(c -> c.covers(next))
                && sentence.atoms().stream().noneMatch(a -> a.start() <= next && next < a.end());
    }

    /** Whether a token is the preposition of coming from a place, and not that of speaking about one. */
    static boolean from(Section section, int token) {
        return token >= 0 && section.tokens().get(token).text().equals("من");
    }

    /** Whether a word begins with "and" ({@code ورئيس}); the few titles that begin with the same letter do not. */
    static boolean andHead(String word) {
        return word.length() > 4
                && word.charAt(0) == '\u0648'
                && OWN_LETTER.stream().noneMatch(word::startsWith);
    }

    /** Whether a phrase ends in the pronoun of two ({@code اجتماعهما}). */
    static boolean ofBoth(Section section, CueMatch phrase) {
        for (int token = phrase.start(); token < phrase.end(); token++) {
            if (section.tokens().get(token).text().endsWith("هما")) {
                return true;
            }
        }
        return false;
    }

    /** A word with the particle of the future and a person's prefix: a verb. */
    static boolean future(String word) {
        return word.length() >= 5 && (word.startsWith("\u0633\u064A") || word.startsWith("\u0633\u062A"));
    }

    /** A preposition, noun and pronoun in one word, as {@code بوعده}. */
    static boolean governedPronoun(String word) {
        return word.length() >= 5
                && "بلك".indexOf(word.charAt(0)) >= 0
                && (word.endsWith("ه") || word.endsWith("ها") || word.endsWith("هم"));
    }
}
