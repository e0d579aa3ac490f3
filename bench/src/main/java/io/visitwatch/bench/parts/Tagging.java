package io.visitwatch.bench.parts;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Finding a million names in raw text, beside folding it and beside a double-array automaton over folded text; processor time. */
public final class Tagging implements Measurement {
    private static final int NAMES = 1_000_000;
    private static final int ARTICLES = 200;

    /** It does not get a million into ten gigabytes. */
    private static final int AUTOMATON_NAMES = 100_000;

    private static final int PASSES = 20;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public List<String> ids() {
        return List.of("tag-fold", "tag-automaton");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<String> names = MadeNames.of(NAMES);
        List<String> texts = MadeNames.articles(ARTICLES, names);
        List<String> folded = texts.stream().map(Normalizer::foldToString).toList();
        Gazetteer gazetteer = MadeNames.gazetteer(names);
        AhoCorasickDoubleArrayTrie<Integer> trie = automaton(names.subList(0, AUTOMATON_NAMES));
        List<List<Double>> times = Rounds.inTurn(
                setup.rounds(),
                List.of(
                        () -> perPass(
                                texts,
                                text -> gazetteer
                                        .find(Normalizer.fold(text), "en", DAY)
                                        .size()),
                        () -> perPass(
                                texts, text -> Normalizer.fold(text).folded().length()),
                        () -> perPass(folded, text -> trie.parseText(text).size())));
        Rounds.Times fold = new Rounds.Times(times.get(0), times.get(1));
        Rounds.Times automaton = new Rounds.Times(times.get(0), times.get(2));
        return List.of(
                new Row(
                        "tag-fold",
                        "raw text against 1 M names: fold, find, check letters, give ids and offsets",
                        "folding the same text",
                        "≤ 2.5 × its time",
                        Row.Bound.AT_MOST,
                        2.5,
                        "x",
                        fold.slowdowns(),
                        fold.detail() + " for " + ARTICLES + " articles of 2.2 KB"),
                new Row(
                        "tag-automaton",
                        "the same",
                        "hankcs double-array Aho-Corasick of 100,000 names on folded text",
                        "≥ 2.5 × its rate",
                        Row.Bound.AT_LEAST,
                        2.5,
                        "x",
                        automaton.rates(),
                        automaton.detail() + " for " + ARTICLES + " articles of 2.2 KB"));
    }

    private static AhoCorasickDoubleArrayTrie<Integer> automaton(List<String> names) {
        TreeMap<String, Integer> forms = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            forms.put(Normalizer.foldToString(names.get(i)), i);
        }
        AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(forms);
        return trie;
    }

    private static double perPass(List<String> texts, ToIntFunction<String> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        long found = 0;
        for (int i = 0; i < PASSES; i++) {
            for (String text : texts) {
                found += work.applyAsInt(text);
            }
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was found");
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / PASSES;
    }
}
