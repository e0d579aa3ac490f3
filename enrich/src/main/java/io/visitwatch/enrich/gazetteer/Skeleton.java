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
    static final int MOST_VARIANTS = 8;
    /** Letters below this have their sounds in a table: all scripts whose letters have sounds here. */
    private static final int PLAIN_LETTERS = 0x700;

    private static final Sound NONE = sound("");
    private static final Sound T = sound("T");
    private static final Sound D = sound("D");
    private static final Sound S = sound("S");
    private static final Sound S_J = sound("S", "J");
    private static final Sound K_J = sound("K", "J");
    private static final Sound J_K_NONE = sound("J", "K", "");
    private static final Sound K_NONE = sound("K", "");
    private static final Sound F_NONE = sound("F", "");
    private static final Sound NONE_F = sound("", "F");
    private static final Sound K_KS_S = sound("K", "KS", "S");
    private static final Sound T_D = sound("T", "D");
    private static final Sound D_T = sound("D", "T");
    private static final Sound S_NONE = sound("S", "");
    private static final Sound NONE_K = sound("", "K");
    private static final Sound TSH = new Sound(2, List.of("J"));

    private static final Digraph[] NO_DIGRAPHS = {};

    /** Letter groups read as one sound, by first letter; longer groups first. */
    private static final Digraph[][] BY_FIRST = digraphs(
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

    private static final Sound[] PLAIN_FIRST = plainSounds(true);
    private static final Sound[] PLAIN_INNER = plainSounds(false);

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

    private static Digraph[][] digraphs(String... rows) {
        Map<Character, List<Digraph>> byFirst = new HashMap<>();
        for (String row : rows) {
            int colon = row.indexOf(':');
            Sound sound = new Sound(colon, List.of(row.substring(colon + 1).split(",", -1)));
            byFirst.computeIfAbsent(row.charAt(0), first -> new ArrayList<>())
                    .add(new Digraph(row.substring(0, colon), sound));
        }
        Digraph[][] table = new Digraph[0x80][];
        for (char first = 0; first < table.length; first++) {
            table[first] = byFirst.getOrDefault(first, List.of()).toArray(NO_DIGRAPHS);
        }
        return table;
    }

    /**
     * Letters read as one sound.
     *
     * @param length how many letters
     * @param readings what it may be, as letters of a skeleton
     */
    record Sound(int length, List<String> readings) {}

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

    /** The sound that begins at a letter of a folded word. */
    static Sound soundAt(CharSequence word, int at) {
        char letter = word.charAt(at);
        for (Digraph digraph : letter < 0x80 ? BY_FIRST[letter] : NO_DIGRAPHS) {
            if (begins(word, at, digraph.letters)) {
                return digraph.sound;
            }
        }
        if (letter == 'ت' && begins(word, at, "تش")) {
            return TSH;
        }
        return letterSound(word, at);
    }

    private static boolean begins(CharSequence word, int at, String letters) {
        if (at + letters.length() > word.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (word.charAt(at + i) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Sound letterSound(CharSequence word, int at) {
        char letter = word.charAt(at);
        boolean first = at == 0;
        boolean last = at == word.length() - 1;
        char next = last ? ' ' : word.charAt(at + 1);
        return switch (letter) {
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? S_J : K_J;
            case 'j' -> J_K_NONE;
            case 'g' -> next == 'e' || next == 'i' ? K_J : K_NONE;
            case 'v' -> F_NONE;
            case 'w' -> NONE_F;
            case 'x' -> K_KS_S;
            case 't' -> last ? T_D : T;
            case 'd' -> last ? D_T : D;
            case 's' -> last ? S_NONE : S;
            case 'h' -> first ? NONE_K : NONE;
            default -> plain(letter, first);
        };
    }

    private static Sound plain(char letter, boolean first) {
        if (letter < PLAIN_FIRST.length) {
            return first ? PLAIN_FIRST[letter] : PLAIN_INNER[letter];
        }
        return computed(letter, first);
    }

    private static Sound computed(char letter, boolean first) {
        if (VOWELS.indexOf(letter) >= 0) {
            return sound(first && letter != 'y' ? "A" : "");
        }
        return sound(Sounds.of(letter, first));
    }

    private static Sound[] plainSounds(boolean first) {
        Sound[] sounds = new Sound[PLAIN_LETTERS];
        for (char letter = 0; letter < sounds.length; letter++) {
            sounds[letter] = computed(letter, first);
        }
        return sounds;
    }

    private static Sound sound(String... readings) {
        return new Sound(1, List.of(readings));
    }
}
