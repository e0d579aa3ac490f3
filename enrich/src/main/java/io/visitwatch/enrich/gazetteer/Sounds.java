package io.visitwatch.enrich.gazetteer;

/** The sound class of single letters of Latin, Arabic, Cyrillic, Greek and Hebrew script. */
final class Sounds {
    private Sounds() {}

    /** Class of a folded letter: one capital, or nothing for vowels and aspirates; {@code A} for a vowel that begins a word. */
    static String of(char letter, boolean first) {
        return switch (letter) {
            case 'b', 'p', 'ب', 'پ', 'б', 'п', 'β', 'π', 'ב' -> "P";
            case 'f', 'ف', 'ڤ', 'ф', 'в', 'φ', 'פ', 'ף' -> "F";
            case 'm', 'م', 'м', 'μ', 'מ', 'ם' -> "M";
            case 'n', 'ن', 'н', 'ν', 'נ', 'ן' -> "N";
            case 'l', 'ل', 'л', 'λ', 'ל' -> "L";
            case 'r', 'ر', 'р', 'ρ', 'ר' -> "R";
            case 't', 'ت', 'ط', 'т', 'τ', 'ט', 'ת' -> "T";
            case 'd', 'z', 'د', 'ذ', 'ز', 'ض', 'ظ', 'д', 'з', 'δ', 'ζ', 'ד', 'ז' -> "D";
            case 's', 'س', 'ش', 'ص', 'ث', 'с', 'ш', 'щ', 'ц', 'σ', 'ς', 'ס', 'ש', 'צ', 'ץ' -> "S";
            case 'ج', 'چ', 'ژ', 'ч', 'ж' -> "J";
            case 'k', 'q', 'ك', 'ق', 'غ', 'گ', 'خ', 'к', 'г', 'ґ', 'х', 'κ', 'γ', 'χ', 'כ', 'ך', 'ק', 'ג' -> "K";
            case 'ا', 'ع', 'ئ', 'ء', 'а', 'э', 'и', 'о', 'у', 'і', 'α', 'ε', 'ι', 'ο', 'η', 'ω', 'א', 'ע' ->
                first ? "A" : "";
            default -> Character.isDigit(letter) ? String.valueOf(letter) : "";
        };
    }
}
