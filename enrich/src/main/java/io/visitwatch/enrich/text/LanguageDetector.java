package io.visitwatch.enrich.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a headline or an article.
 *
 * <p>The script comes first: most scripts leave one language. Among the languages of the Arabic, Latin and Cyrillic scripts,
 * {@link LanguageProfiles} weighs letters, frequent words and letter sequences. General detectors do not know Sorani and
 * Kurmanji and confuse short Persian with Arabic; this one is made for the languages Iraq's news is written in. Text is read
 * up to {@value #READ} units; equal text gives an equal answer.
 */
public final class LanguageDetector {
    /** How much of a text is read, in UTF-16 units. */
    static final int READ = 1_200;

    /** Letters before this one are Latin. */
    private static final int LATIN_END = 0x250;

    private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh")));

    private static final Map<UnicodeScript, String> CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, "Arab"),
            Map.entry(UnicodeScript.LATIN, "Latn"),
            Map.entry(UnicodeScript.CYRILLIC, "Cyrl"),
            Map.entry(UnicodeScript.HEBREW, "Hebr"),
            Map.entry(UnicodeScript.GREEK, "Grek"),
            Map.entry(UnicodeScript.ARMENIAN, "Armn"),
            Map.entry(UnicodeScript.GEORGIAN, "Geor"),
            Map.entry(UnicodeScript.DEVANAGARI, "Deva"),
            Map.entry(UnicodeScript.BENGALI, "Beng"),
            Map.entry(UnicodeScript.GURMUKHI, "Guru"),
            Map.entry(UnicodeScript.GUJARATI, "Gujr"),
            Map.entry(UnicodeScript.TAMIL, "Taml"),
            Map.entry(UnicodeScript.TELUGU, "Telu"),
            Map.entry(UnicodeScript.KANNADA, "Knda"),
            Map.entry(UnicodeScript.MALAYALAM, "Mlym"),
            Map.entry(UnicodeScript.SINHALA, "Sinh"),
            Map.entry(UnicodeScript.THAI, "Thai"),
            Map.entry(UnicodeScript.ETHIOPIC, "Ethi"),
            Map.entry(UnicodeScript.HANGUL, "Kore"),
            Map.entry(UnicodeScript.HIRAGANA, "Jpan"),
            Map.entry(UnicodeScript.HAN, "Hani")));

    private LanguageDetector() {}

    /** The BCP 47 code of {@code text}'s language, {@code und} when it does not show. */
    public static String detect(String text) {
        return guess(text, null).language();
    }

    /** Language, script and confidence. */
    public static LanguageGuess guess(String text) {
        return guess(text, null);
    }

    /**
     * Language, script and confidence, where the source says a language.
     *
     * @param said BCP 47 code the page or feed declares; believed in close cases only, since sites declare one language for
     *     all their editions
     */
    public static LanguageGuess guess(String text, @Nullable String said) {
        String read = text.length() > READ ? text.substring(0, READ) : text;
        UnicodeScript script = script(read);
        if (script == UnicodeScript.UNKNOWN) {
            return LanguageGuess.NONE;
        }
        String code = CODES.getOrDefault(script, "Zzzz");
        if (LanguageProfiles.knows(code)) {
            return LanguageProfiles.of(code).guess(read, said);
        }
        String language = BY_SCRIPT.getOrDefault(script, LanguageGuess.UNDETERMINED);
        return new LanguageGuess(language, code, language.equals(LanguageGuess.UNDETERMINED) ? 0 : 1);
    }

    /** The script of most letters; Japanese when kana stand among Chinese characters; unknown without two letters. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int latin = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                if (codePoint < LATIN_END) {
                    latin++;
                } else {
                    counts.merge(scriptOf(codePoint), 1, Integer::sum);
                }
            }
        }
        if (latin > 0) {
            counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
        }
        counts.remove(UnicodeScript.COMMON);
        counts.remove(UnicodeScript.INHERITED);
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0);
        if (kana > 0) {
            counts.merge(UnicodeScript.HIRAGANA, counts.getOrDefault(UnicodeScript.HAN, 0), Integer::sum);
        }
        UnicodeScript best = UnicodeScript.UNKNOWN;
        int most = 1;
        for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
            // A Chinese or Korean character says as much as two or three letters.
            int weight = BY_SCRIPT.containsKey(entry.getKey()) && isDense(entry.getKey()) ? 3 : 1;
            if (entry.getValue() * weight > most) {
                most = entry.getValue() * weight;
                best = entry.getKey();
            }
        }
        return best;
    }

    private static UnicodeScript scriptOf(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
    }

    private static boolean isDense(UnicodeScript script) {
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL || script == UnicodeScript.HIRAGANA;
    }
}
