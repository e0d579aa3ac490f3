package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;

/** Case forms of Cyrillic nouns and adjectives, by their last letters. */
final class Slavic {
    private static final List<String> AFTER_CONSONANT =
            List.of("а", "у", "ом", "ем", "е", "ы", "и", "ов", "ам", "ами", "ах", "ым");
    private static final List<String> AFTER_A = List.of("а", "ы", "и", "е", "у", "ой", "ою");
    private static final List<String> AFTER_IYA = List.of("ия", "ии", "ию", "ией", "иею");
    private static final List<String> AFTER_YA = List.of("я", "и", "е", "ю", "ей", "ёй");
    private static final List<String> AFTER_I = List.of("й", "я", "ю", "ем", "е", "ого", "ому", "им", "ом");
    private static final List<String> AFTER_SOFT = List.of("ь", "я", "ю", "ем", "е", "и", "ью", "ей", "ями", "ям");
    private static final List<String> ADJECTIVE = List.of(
            "ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "ою", "ой", "ый", "ые", "ых",
            "ым", "ыми", "а", "і", "ого", "ої");

    private Slavic() {}

    /** Case forms of a noun given in the nominative; the nominative is among them. */
    static List<String> noun(String word) {
        String cut = word.substring(0, Math.max(0, word.length() - 1));
        List<String> forms = new ArrayList<>();
        if (word.endsWith("ия")) {
            forms.addAll(with(word.substring(0, word.length() - 2), AFTER_IYA));
        } else if (word.endsWith("а")) {
            forms.addAll(with(cut, AFTER_A));
        } else if (word.endsWith("я")) {
            forms.addAll(with(cut, AFTER_YA));
        } else if (word.endsWith("й")) {
            forms.addAll(with(cut, AFTER_I));
        } else if (word.endsWith("ь")) {
            forms.addAll(with(cut, AFTER_SOFT));
        } else if (!word.isEmpty() && "еоиуюыэё".indexOf(word.charAt(word.length() - 1)) < 0) {
            forms.add(word);
            forms.addAll(with(word, AFTER_CONSONANT));
        } else {
            forms.add(word);
        }
        return forms;
    }

    /** Case forms of an adjective given by its stem ({@code иранск}). */
    static List<String> adjective(String stem) {
        return with(stem, ADJECTIVE);
    }

    /** Case forms of a person's name, each word declined alike. */
    static List<String> personName(String name) {
        List<String> forms = new ArrayList<>();
        forms.add(name);
        for (String ending : List.of("а", "у", "ом", "ым", "е", "ем")) {
            StringBuilder declined = new StringBuilder();
            for (String word : name.split(" ", -1)) {
                declined.append(declined.length() == 0 ? "" : " ").append(declined(word, ending));
            }
            forms.add(declined.toString());
        }
        return forms;
    }

    private static String declined(String word, String ending) {
        if (word.isEmpty()) {
            return word;
        }
        char last = word.charAt(word.length() - 1);
        if (last == 'й' || last == 'ь') {
            String soft = switch (ending) {
                case "а" -> "я";
                case "у" -> "ю";
                case "ом", "ым", "ем" -> "ем";
                default -> "е";
            };
            return word.substring(0, word.length() - 1) + soft;
        }
        return "аеёиоуыэюя".indexOf(last) >= 0 ? word : word + (ending.equals("ым") && !surname(word) ? "ом" : ending);
    }

    private static boolean surname(String word) {
        return word.endsWith("ов") || word.endsWith("ев") || word.endsWith("ин");
    }

    private static List<String> with(String stem, List<String> endings) {
        return endings.stream().map(ending -> stem + ending).toList();
    }
}
