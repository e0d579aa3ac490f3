package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Written forms a word takes in a sentence, for languages that glue endings to names.
 *
 * <p>Deliberately generous: a form nobody writes costs a few bytes, a form missed costs a visit. What follows an apostrophe
 * needs no form, because an apostrophe ends a word.
 */
final class Inflections {
    private static final Map<String, List<String>> NOUN_ENDINGS = Map.ofEntries(
            Map.entry(
                    "tr",
                    List.of(
                            "a", "e", "ya", "ye", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "in", "ın", "nin",
                            "nın", "un", "ün", "nun", "i", "ı", "yi", "yı", "daki", "deki", "taki", "teki", "la", "le",
                            "li", "lı", "lu", "lü")),
            Map.entry(
                    "az",
                    List.of(
                            "a", "ə", "ya", "yə", "da", "də", "dan", "dən", "ın", "in", "un", "ün", "nın", "nin", "ı",
                            "i", "nı", "ni", "dakı", "dəki", "la", "lə", "nda", "ndə", "ndan", "ndən", "na", "nə")),
            Map.entry("kmr", List.of("ê", "a", "î", "an", "yê", "ya", "ên", "yên", "da", "de")),
            Map.entry("ckb", List.of("ی", "یە", "ە", "ەوە", "یش", "ییەکان", "ییەکە")),
            Map.entry("de", List.of("s", "en", "in", "innen", "n", "e")),
            Map.entry("en", List.of("s")),
            Map.entry("fr", List.of("s", "e", "es")),
            Map.entry("es", List.of("s", "es", "a", "as")),
            Map.entry("it", List.of()),
            Map.entry("sv", List.of("s", "en", "er", "erna")),
            Map.entry("nb", List.of("s", "en", "er", "ene")),
            Map.entry("da", List.of("s", "en", "er", "erne")),
            Map.entry("nl", List.of("s", "en")));

    private static final Map<String, List<String>> OFFICE_ENDINGS = Map.of(
            "tr",
                    List.of(
                            "na", "ne", "nda", "nde", "ndan", "nden", "nın", "nin", "nı", "ni", "yla", "yle", "ları",
                            "leri", "larının", "lerinin", "larıyla", "leriyle", "lar", "ler", "ımız", "imiz"),
            "az",
                    List.of(
                            "na", "nə", "nda", "ndə", "ndan", "ndən", "nın", "nin", "nı", "ni", "yla", "ylə", "ları",
                            "ləri"),
            "kmr", List.of("ê", "a", "î", "ên", "an", "ekî", "eke"),
            "ckb", List.of("ی", "ەکانی", "ەکان", "ێکی", "ێک", "ەکەی", "انی", "ان", "یان"));

    private Inflections() {}

    /** Forms of a name of a country, place or organisation in a language. */
    static Set<String> ofName(String language, String form) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(form);
        boolean short_ = form.codePointCount(0, form.length()) < 4;
        switch (language) {
            case "ru", "uk", "bg", "mk", "sr" -> forms.addAll(Slavic.noun(form));
            case "tr", "az", "kmr", "ckb" -> {
                if (!short_) {
                    glue(form, NOUN_ENDINGS.getOrDefault(language, List.of()), forms);
                }
                if (language.equals("kmr") && form.endsWith("e")) {
                    glue(form.substring(0, form.length() - 1), List.of("ê", "eyê", "eya"), forms);
                }
            }
            case "de" -> glue(form, List.of("s"), forms);
            default -> {
                // These languages leave names as they are, or set them off by an apostrophe.
            }
        }
        return forms;
    }

    /** Forms of a word for a nationality, from the masculine singular; Russian takes the stem ({@code иранск}). */
    static Set<String> ofNationality(String language, String form) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(form);
        switch (language) {
            case "ar" -> arabic(form, forms);
            case "fa", "ur" -> glue(form, List.of("ها", "‌ها", "ان", "وں"), forms);
            case "ru", "uk" -> forms.addAll(Slavic.adjective(form));
            case "fr" -> french(form, forms);
            case "es", "pt" -> iberian(form, forms);
            case "it" -> italian(form, forms);
            case "de" -> german(form, forms);
            case "he" -> glue(form, List.of("ת", "ם", "ים", "ות"), forms);
            case "kmr" -> glue(form, List.of("yên", "yan", "yekî"), forms);
            case "tr", "az" -> glue(form, List.of("lar", "ler", "ların", "lerin", "ları", "leri"), forms);
            default -> glue(form, NOUN_ENDINGS.getOrDefault(language, List.of()), forms);
        }
        if (language.equals("he")) {
            List.copyOf(forms).forEach(each -> forms.add("ה" + each));
        }
        return forms;
    }

    /** Forms of the title of an office: its first or last word takes the endings, as the language has it. */
    static Set<String> ofOffice(String language, String form) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(form);
        switch (language) {
            case "ru", "uk", "bg", "mk", "sr" -> firstWord(form, forms, Slavic::noun);
            case "fr", "es", "it", "pt" -> firstWord(form, forms, Inflections::plurals);
            case "de" -> glue(form, List.of("s", "in", "innen", "n", "en", "e", "es"), forms);
            case "en" -> forms.add(form + "s");
            case "tr", "az" -> glue(form, OFFICE_ENDINGS.getOrDefault(language, List.of()), forms);
            case "kmr", "ckb" -> {
                glue(form, OFFICE_ENDINGS.getOrDefault(language, List.of()), forms);
                firstWord(form, forms, word -> glued(word, OFFICE_ENDINGS.getOrDefault(language, List.of())));
            }
            case "he" -> forms.add("ה" + form);
            default -> {
                // Arabic, Persian and Urdu data lists its forms.
            }
        }
        return forms;
    }

    private interface Endings {
        Iterable<String> of(String word);
    }

    private static void firstWord(String form, Set<String> forms, Endings endings) {
        int space = form.indexOf(' ');
        String first = space < 0 ? form : form.substring(0, space);
        String rest = space < 0 ? "" : form.substring(space);
        endings.of(first).forEach(word -> forms.add(word + rest));
    }

    private static List<String> glued(String word, List<String> endings) {
        List<String> forms = new ArrayList<>();
        endings.forEach(ending -> forms.add(word + ending));
        return forms;
    }

    private static void glue(String form, List<String> endings, Set<String> forms) {
        forms.addAll(glued(form, endings));
    }

    private static List<String> plurals(String word) {
        return word.endsWith("o") || word.endsWith("e")
                ? List.of(word + "s", word.substring(0, word.length() - 1) + "i")
                : List.of(word + "s", word + "es");
    }

    private static void arabic(String form, Set<String> forms) {
        int space = form.indexOf(' ');
        if (space > 0) {
            String first = form.substring(0, space);
            String second = form.substring(space + 1);
            forms.add("ال" + first + " ال" + second);
            forms.add("ال" + first + "ة ال" + second + "ة");
            forms.add(first + "ة " + second + "ة");
            return;
        }
        for (String ending : List.of("", "ة", "ون", "ين", "ان", "تين", "ات")) {
            forms.add(form + ending);
            forms.add("ال" + form + ending);
        }
    }

    private static void french(String form, Set<String> forms) {
        forms.add(form + "s");
        if (form.endsWith("ien") || form.endsWith("éen")) {
            forms.add(form + "ne");
            forms.add(form + "nes");
        } else if (!form.endsWith("e")) {
            forms.add(form + "e");
            forms.add(form + "es");
        }
        if (form.endsWith("c")) {
            forms.add(form.substring(0, form.length() - 1) + "que");
        }
    }

    private static void iberian(String form, Set<String> forms) {
        String stem = form.substring(0, form.length() - 1);
        if (form.endsWith("o")) {
            glue(stem, List.of("a", "os", "as"), forms);
        } else if (form.toLowerCase(Locale.ROOT).endsWith("és")) {
            glue(form.substring(0, form.length() - 2), List.of("esa", "eses", "esas"), forms);
        } else {
            glue(form, List.of("s", "es", "a", "as"), forms);
        }
    }

    private static void italian(String form, Set<String> forms) {
        String stem = form.substring(0, form.length() - 1);
        if (form.endsWith("o")) {
            glue(stem, List.of("a", "i", "e", "he"), forms);
        } else {
            glue(stem, List.of("i"), forms);
        }
    }

    private static void german(String form, Set<String> forms) {
        glue(form, List.of("e", "en", "er", "es", "em", "s", "n", "in", "innen"), forms);
        if (form.endsWith("e")) {
            glue(form.substring(0, form.length() - 1), List.of("in", "innen"), forms);
        }
    }
}
