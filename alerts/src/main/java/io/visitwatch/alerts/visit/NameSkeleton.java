package io.visitwatch.alerts.visit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The consonants of a name, as far as its usual spellings share them in Latin, Arabic, Cyrillic, Greek and Hebrew script:
 * {@code Larijani}, {@code لاريجانی} and {@code Лариджани} all give {@code lrkn}.
 *
 * <p>Meant for names that the gazetteer does not know: known people arrive with one id whatever the spelling.
 */
final class NameSkeleton {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’‌-]+");
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:al|el|ul|as|ash|ad|ar|at|az|an)[-‐‑'’]|^ال(?=\\p{L}{3})");
    private static final Pattern NOT_CORE = Pattern.compile("[^bdfgklmnrstz]");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

    /** Latin letter groups, longest first, to the letter they share with other scripts. */
    private static final String[][] LATIN = {
        {"tsch", "g"}, {"tch", "g"}, {"sch", "s"}, {"dzh", "g"}, {"dh", "z"}, {"kh", "k"}, {"gh", "g"}, {"sh", "s"},
        {"ch", "g"}, {"zh", "z"}, {"th", "t"}, {"ph", "f"}, {"ck", "k"}, {"dj", "g"}, {"ts", "s"}, {"x", "ks"},
        {"q", "k"}, {"v", "f"}, {"p", "b"}, {"j", "g"}
    };

    /** Letters of other scripts to Latin ones. */
    private static final Map<Integer, String> LETTERS = letters(
            "بb پb تt طt ثt جg چg خk دd ضd ذz زz ظz ژz رr ڕr سs صs شs غg گg فf ڤf قk كk کk لl ڵl مm نn",
            "бb вf гg дd жzh зz кk лl мm нn пb рr сs тt фf хk цs чg шs щs",
            "βb γg δd ζz θt κk λl μm νn ξks πb ρr σs ςs τt φf χk ψbs",
            "בb גg דd זz טt כk ךk לl מm םm נn ןn סs פb ףb צs ץs קk רr שs תt");

    private NameSkeleton() {}

    /** Whether two names of one country may be the same person's: the last word of the shorter is among the last of the other. */
    static boolean alike(String a, String b) {
        List<String> x = words(a);
        List<String> y = words(b);
        if (x.isEmpty() || y.isEmpty()) {
            return false;
        }
        return endsAlike(x, y) || endsAlike(y, x);
    }

    private static boolean endsAlike(List<String> x, List<String> y) {
        String last = of(x.get(x.size() - 1));
        if (last.length() < 2) {
            return x.get(x.size() - 1).equals(y.get(y.size() - 1));
        }
        for (String word : y.subList(Math.max(0, y.size() - 2), y.size())) {
            if (oneSlip(last, of(word)) && firstAgree(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** Two full names must not differ in the first name as well: brothers and namesakes share the last. */
    private static boolean firstAgree(List<String> x, List<String> y) {
        if (x.size() < 2 || y.size() < 2) {
            return true;
        }
        String first = of(x.get(0));
        String other = of(y.get(0));
        boolean short1 = first.length() < 2 || other.length() < 2;
        return short1 || oneSlip(first, other) || first.charAt(0) == other.charAt(0);
    }

    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : WORDS.split(plain(name), -1)) {
            String bare = ARTICLE.matcher(word).replaceAll("").replaceAll("['’‌-]", "");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** Consonant skeleton of one word. */
    static String of(String word) {
        StringBuilder latin = new StringBuilder();
        word.codePoints().forEach(cp -> {
            String mapped = LETTERS.get(cp);
            if (mapped != null) {
                latin.append(mapped);
            } else {
                latin.appendCodePoint(cp);
            }
        });
        String s = latin.toString();
        for (String[] rule : LATIN) {
            s = s.replace(rule[0], rule[1]);
        }
        s = s.replaceAll("c(?=[eiy])", "s").replace("c", "k");
        s = NOT_CORE.matcher(s).replaceAll("").replace("g", "k");
        return REPEATED.matcher(s).replaceAll("$1");
    }

    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ı', 'i'), Normalizer.Form.NFKD);
        return decomposed.replaceAll("\\p{M}", "");
    }

    /** Equal, or one letter apart where both have at least three. */
    static boolean oneSlip(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (Math.abs(a.length() - b.length()) > 1 || Math.min(a.length(), b.length()) < 3) {
            return false;
        }
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        String restA = a.substring(a.length() >= b.length() ? Math.min(i + 1, a.length()) : i);
        String restB = b.substring(b.length() >= a.length() ? Math.min(i + 1, b.length()) : i);
        return restA.equals(restB);
    }

    private static Map<Integer, String> letters(String... tables) {
        Map<Integer, String> letters = new HashMap<>();
        for (String table : tables) {
            for (String pair : table.split(" ", -1)) {
                letters.put(pair.codePointAt(0), pair.substring(1));
            }
        }
        return Map.copyOf(letters);
    }
}
