package io.visitwatch.enrich.gazetteer;

import java.util.List;
import java.util.Locale;

/** Sets of languages as bits, for forms that are words of some languages only. */
final class Languages {
    /** All languages. */
    static final long ANY = -1L;

    private static final List<String> CODES = List.of(
            "en", "ar", "fa", "ckb", "kmr", "tr", "fr", "de", "ru", "es", "it", "ur", "az", "he", "pt", "nl", "pl",
            "uk", "sv", "da", "nb", "fi", "el", "ro", "cs", "hu", "bg", "sr", "mk", "hr", "sk", "sl", "id", "ms", "ps",
            "bs", "sq");

    private Languages() {}

    /**
     * Bits of a comma-separated list of BCP 47 codes.
     *
     * @return {@link #ANY} for {@code *}
     * @throws IllegalArgumentException for a code not known here
     */
    static long parse(String codes) {
        if (codes.equals("*")) {
            return ANY;
        }
        long bits = 0;
        for (String code : codes.split(",", -1)) {
            int at = CODES.indexOf(code.trim());
            if (at < 0) {
                throw new IllegalArgumentException("unknown language '" + code + "'");
            }
            bits |= 1L << at;
        }
        return bits;
    }

    /** Bit of the language of a text; {@link #ANY} for {@code und} and languages not known here. */
    static long ofText(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        String code = switch (primary) {
            case "ku" -> "kmr";
            case "prs" -> "fa";
            case "no", "nn" -> "nb";
            case "iw" -> "he";
            default -> primary;
        };
        int at = CODES.indexOf(code);
        return at < 0 ? ANY : 1L << at;
    }

    /** Whether a text of this language may carry Arabic or Hebrew particles glued to the next word. */
    static boolean gluesParticles(long textLanguage) {
        return (textLanguage & GLUING) != 0;
    }

    private static final long GLUING = parse("ar,he");
}
