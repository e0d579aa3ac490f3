package io.visitwatch.enrich.gazetteer;

/** One-letter words that Arabic and Hebrew write glued to the next word. */
final class GluedParticles {
    private static final String ARABIC_FIRST = "وف";
    private static final String ARABIC_SECOND = "بلك";
    private static final String HEBREW = "ובלמהשכ";

    private GluedParticles() {}

    /** Quick test on the first letter of a word. */
    static boolean mayBeGlued(char letter) {
        return ARABIC_FIRST.indexOf(letter) >= 0 || ARABIC_SECOND.indexOf(letter) >= 0 || HEBREW.indexOf(letter) >= 0;
    }

    /**
     * Whether the letter at {@code at} can be a particle.
     *
     * @param depth how many particles stand before it in the same word
     */
    static boolean isGlued(CharSequence text, int at, int depth) {
        if (at >= text.length()) {
            return false;
        }
        char letter = text.charAt(at);
        if (HEBREW.indexOf(letter) >= 0) {
            return true;
        }
        if (depth == 0) {
            return ARABIC_FIRST.indexOf(letter) >= 0 || ARABIC_SECOND.indexOf(letter) >= 0;
        }
        boolean afterConjunction = depth == 1 && ARABIC_FIRST.indexOf(text.charAt(at - 1)) >= 0;
        return afterConjunction && ARABIC_SECOND.indexOf(letter) >= 0;
    }

    /** Whether a particle just before {@code at} has swallowed the alef of the article: {@code للعراق} for {@code ل} + {@code العراق}. */
    static boolean hidesArticle(CharSequence text, int at) {
        return at < text.length() && text.charAt(at - 1) == 'ل' && text.charAt(at) == 'ل';
    }
}
