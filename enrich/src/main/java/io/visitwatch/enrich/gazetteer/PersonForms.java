package io.visitwatch.enrich.gazetteer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ways newspapers write one person's name. */
final class PersonForms {
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "bin", "ben", "ibn", "von", "van", "der", "de", "del", "della", "di", "da", "du", "le", "la",
            "ter", "ten", "abu", "abd", "abdel", "abdul", "mac", "st", "san");
    private static final Set<String> ARTICLES = Set.of("al", "el", "as", "es", "ash");
    private static final int LONGEST_ARTICLE = 3;
    private static final int SHORTEST_SURNAME = 3;

    private PersonForms() {}

    /**
     * Forms of a name in Latin script.
     *
     * @param withSurname whether the surname alone counts
     * @return each form, and whether it is a surname alone
     */
    static Map<String, Boolean> ofLatin(String name, boolean withSurname) {
        boolean marks = name.indexOf('-') >= 0 || name.indexOf('\'') >= 0 || name.indexOf('’') >= 0;
        if (!withSurname && !marks && name.indexOf(' ') == name.lastIndexOf(' ')) {
            return Map.of(name, oneWord(name)); // the usual name, the only form of most people
        }
        Map<String, Boolean> forms = new LinkedHashMap<>();
        forms.put(name, oneWord(name));
        String[] words = name.split(" ", -1);
        if (words.length < 2) {
            return forms;
        }
        int family = startOfFamilyName(words);
        String surname = String.join(" ", List.of(words).subList(family, words.length));
        if (family > 1 && (withSurname || initialsOnly(words, family))) {
            forms.put(words[0] + " " + surname, false);
        }
        if (name.contains("-")) {
            forms.put(name.replace("-", ""), false);
        }
        if (name.contains("'") || name.contains("’")) {
            forms.put(name.replaceAll("['’]", ""), false);
        }
        if (withSurname && surname.length() >= SHORTEST_SURNAME) {
            forms.putIfAbsent(surname, true);
            if (surname.toLowerCase(Locale.ROOT).startsWith("al-")) {
                forms.putIfAbsent(surname.substring(3), true);
            }
        }
        return forms;
    }

    /** Whether nothing but initials stands between first and family name: leaving them out makes no other name. */
    private static boolean initialsOnly(String[] words, int family) {
        for (int i = 1; i < family; i++) {
            if (words[i].replace(".", "").length() > 1) {
                return false;
            }
        }
        return true;
    }

    private static int startOfFamilyName(String[] words) {
        int family = words.length - 1;
        while (family > 1 && PARTICLES.contains(words[family - 1].toLowerCase(Locale.ROOT))) {
            family--;
        }
        return family;
    }

    /** Case forms of a name, where the language has them. */
    static Collection<String> inflected(String language, String form) {
        return switch (language) {
            case "ru", "uk" -> Slavic.personName(form);
            case "ckb" -> List.of(form, form + "ی");
            case "kmr" -> List.of(form, form + "î");
            default -> List.of(form);
        };
    }

    /** Whether a form is one word, apart from an article before it. */
    static boolean oneWord(String form) {
        String bare = form.trim();
        int gap = gap(bare, 0);
        boolean article = gap < bare.length()
                && gap <= LONGEST_ARTICLE
                && ARTICLES.contains(bare.substring(0, gap).toLowerCase(Locale.ROOT));
        return gap(bare, article ? gap + 1 : gap) == bare.length();
    }

    private static int gap(String form, int from) {
        int at = from;
        while (at < form.length() && form.charAt(at) != ' ' && form.charAt(at) != '-') {
            at++;
        }
        return at;
    }
}
