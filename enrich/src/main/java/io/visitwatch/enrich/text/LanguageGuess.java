package io.visitwatch.enrich.text;

/**
 * Which language a text is in.
 *
 * @param language BCP 47 code ({@code kmr}, {@code ckb}, {@code ar}, …), or {@code und} when the text does not show it
 * @param script ISO 15924 code of most of its letters ({@code Latn}, {@code Arab}, …), or {@code Zyyy} without letters
 * @param confidence 0 to 1: how far ahead of the next language of the same script, 1 when the script alone decides
 */
public record LanguageGuess(String language, String script, double confidence) {
    /** The code for a language nobody can tell. */
    public static final String UNDETERMINED = "und";

    static final LanguageGuess NONE = new LanguageGuess(UNDETERMINED, "Zyyy", 0);
}
