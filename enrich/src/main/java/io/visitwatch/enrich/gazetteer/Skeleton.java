package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The consonants a name keeps when it is written in another script.
 *
 * <p>Vowels, aspirates and half-vowels fall away and sounds that scripts confuse share a letter, so that {@code Qaani},
 * {@code Ghaani} and {@code قاآني} all become {@code KN}. Arabic, Cyrillic, Greek and Hebrew words have one skeleton; a Latin
 * word may have several, because {@code c}, {@code j}, {@code ch}, {@code v}, {@code w}, {@code x} and a final {@code t} are
 * read differently from language to language.
 */
final class Skeleton {
    private static final int MOST_VARIANTS = 8;
    /** Letter groups read as one sound, by first letter; longer groups first. */
    private static final Map<Character, List<Digraph>> DIGRAPHS = digraphs(
            "tsch:J",
            "sch:S",
            "shch:S",
            "tch:J",
            "dsch:J",
            "dzh:J",
            "dj:J",
            "dh:D",
            "th:T",
            "sh:S",
            "ch:J,S,K",
            "kh:K",
            "gh:K,",
            "zh:J,D",
            "ph:F",
            "ck:K",
            "cz:J",
            "sz:S",
            "ts:S,J",
            "tz:S",
            "qu:K",
            "gn:N,KN",
            "gl:KL,L",
            "lj:L",
            "nj:N");

    private static final String VOWELS = "aeiouyáàâäãåéèêëíìîïóòôöõúùûüýÿæœøı";

    private Skeleton() {}

    /** All skeletons of one folded word; never empty. */
    static Set<String> variants(String word) {
        Set<String> built = new LinkedHashSet<>();
        built.add("");
        int at = 0;
        while (at < word.length()) {
            if (at > 0 && word.charAt(at) == word.charAt(at - 1)) {
                at++;
                continue;
            }
            Sound sound = soundAt(word, at);
            built = append(built, sound.readings);
            at += sound.length;
        }
        return built;
    }

    /** The first skeleton of a folded word. */
    static String of(String word) {
        return variants(word).iterator().next();
    }

    private record Digraph(String letters, Sound sound) {}

    private static Map<Character, List<Digraph>> digraphs(String... rows) {
        Map<Character, List<Digraph>> byFirst = new HashMap<>();
        for (String row : rows) {
            int colon = row.indexOf(':');
            Sound sound = new Sound(colon, List.of(row.substring(colon + 1).split(",", -1)));
            byFirst.computeIfAbsent(row.charAt(0), first -> new ArrayList<>())
                    .add(new Digraph(row.substring(0, colon), sound));
        }
        return byFirst;
    }

    private record Sound(int length, List<String> readings) {}

    private static Set<String> append(Set<String> built, List<String> readings) {
        Set<String> longer = new LinkedHashSet<>();
        for (String reading : readings) {
            for (String start : built) {
                if (longer.size() < MOST_VARIANTS) {
                    longer.add(start + reading);
                }
            }
        }
        return longer;
    }

    private static Sound soundAt(String word, int at) {
        for (Digraph digraph : DIGRAPHS.getOrDefault(word.charAt(at), List.of())) {
            if (word.startsWith(digraph.letters, at)) {
                return digraph.sound;
            }
        }
        if (word.startsWith("تش", at)) {
            return new Sound(2, List.of("J"));
        }
        return new Sound(1, readings(word, at));
    }

    private static List<String> readings(String word, int at) {
        char letter = word.charAt(at);
        boolean first = at == 0;
        boolean last = at == word.length() - 1;
        char next = last ? ' ' : word.charAt(at + 1);
        if (VOWELS.indexOf(letter) >= 0) {
            return one(first && letter != 'y' ? "A" : "");
        }
        return switch (letter) {
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? many("S", "J") : many("K", "J");
            case 'j' -> many("J", "K", "");
            case 'g' -> next == 'e' || next == 'i' ? many("K", "J") : many("K", "");
            case 'v' -> many("F", "");
            case 'w' -> many("", "F");
            case 'x' -> many("K", "KS", "S");
            case 't' -> last ? many("T", "D") : one("T");
            case 'd' -> last ? many("D", "T") : one("D");
            case 's' -> last ? many("S", "") : one("S");
            case 'h' -> many("", first ? "K" : "");
            default -> one(Sounds.of(letter, first));
        };
    }

    private static List<String> one(String reading) {
        return List.of(reading);
    }

    private static List<String> many(String... readings) {
        return List.of(readings);
    }
}
