package io.visitwatch.bench.parts;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names made of syllables, as many as wanted, the same each time; and news-like text in which some of them occur. */
public final class MadeNames {
    private static final String[] STARTS = {"Ka", "Mo", "Sha", "Be", "Ri", "To", "Al", "Fe", "Nu", "Gri", "Ha", "Ze"};
    private static final String[] MIDDLES = {"ra", "len", "mi", "do", "ssa", "vi", "ber", "tun", "qa", "le", "no", "ji"
    };
    private static final String[] ENDS = {"n", "di", "ski", "man", "ri", "ez", "oglu", "ov", "ani", "er", "a", "es"};
    private static final String[] WORDS = {
        "the",
        "minister",
        "said",
        "on",
        "Monday",
        "that",
        "talks",
        "with",
        "officials",
        "in",
        "the",
        "capital",
        "would",
        "continue",
        "after",
        "a",
        "meeting",
        "about",
        "energy",
        "and",
        "security",
        "while",
        "markets",
        "fell",
        "by"
    };

    private MadeNames() {}

    /** {@code count} names of two words, all different. */
    public static List<String> of(int count) {
        Random random = new Random(1_000_003);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(word(random) + " " + word(random) + Integer.toString(i, 36));
        }
        return names;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder(pick(STARTS, random));
        for (int i = random.nextInt(3); i >= 0; i--) {
            word.append(pick(MIDDLES, random));
        }
        return word.append(pick(ENDS, random)).toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    /** The bundled gazetteer with these names on top, each a person of its own. */
    public static Gazetteer gazetteer(List<String> names) {
        GazetteerSink.Source source = sink -> {
            for (int i = 0; i < names.size(); i++) {
                sink.addPerson("made:" + i, names.get(i), false);
            }
        };
        return Gazetteer.bundledWith(List.of(source), "made" + names.size());
    }

    /** Articles of 2.2 KB; about one word in thirty begins a name. */
    public static List<String> articles(int count, List<String> names) {
        Random random = new Random(7);
        List<String> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 2_200) {
                boolean name = random.nextInt(30) == 0;
                text.append(name ? names.get(random.nextInt(names.size())) : pick(WORDS, random));
                text.append(random.nextInt(18) == 0 ? ". " : " ");
            }
            articles.add(text.toString());
        }
        return articles;
    }
}
