package io.visitwatch.enrich.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * One thing a written form may stand for.
 *
 * @param kind what is named
 * @param id entity id
 * @param country country or organisation implied; null when none
 * @param languages bit set of {@link Languages} the form belongs to; {@link Languages#ANY} for all
 * @param letterCase what the letters must look like in the original text
 * @param surname true when the form is a person's surname alone
 */
record Sense(
        MatchKind kind, String id, @Nullable String country, long languages, LetterCase letterCase, boolean surname) {

    /** What the letters of a form must look like where its script knows capitals. */
    enum LetterCase {
        /** Anything goes. */
        ANY,
        /** The first letter is a capital: {@code Turkey}, not {@code turkey}. */
        CAPITAL,
        /** All letters are capitals: {@code US}, {@code WHO}. */
        ACRONYM;

        /** The demand a data file makes by the way it writes a form. */
        static LetterCase of(String form) {
            int letters = (int) form.chars().filter(Character::isLetter).count();
            int capitals = (int) form.chars().filter(Character::isUpperCase).count();
            if (letters > 1 && letters <= 5 && capitals == letters) {
                return ACRONYM;
            }
            boolean oneWord = form.chars().noneMatch(Character::isWhitespace);
            return oneWord && capitals > 0 && Character.isUpperCase(form.charAt(0)) ? CAPITAL : ANY;
        }

        /** Whether the words at {@code [from, to)} of an original text meet the demand. */
        boolean meets(String source, int from, int to) {
            if (this == ANY) {
                return true;
            }
            if (this == CAPITAL) {
                return !Character.isLowerCase(source.codePointAt(from));
            }
            for (int i = from; i < to; i++) {
                if (Character.isLowerCase(source.charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
