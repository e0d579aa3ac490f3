package io.visitwatch.bench.parts;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Finding a million names in raw text, beside folding it and beside a double-array automaton over folded text; processor time. */
public final class Tagging implements Measurement {
    private static final int NAMES = 1_000_000;
    private static final int ARTICLES = 200;

    /** It takes no more than some 150,000: beyond two million states it asks for arrays of two billion entries. */
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
        Gazetteer gazetteer = MadeNames.gazetteer(names);
        List<String> known = names.subList(0, AUTOMATON_NAMES);
        List<String> shared = MadeNames.articles(ARTICLES, known);
        List<String> folded = shared.stream().map(Normalizer::foldToString).toList();
        AhoCorasickDoubleArrayTrie<Integer> trie = automaton(known, formsIn(shared, gazetteer));
        List<List<Double>> times = Rounds.inTurn(
                setup.rounds(),
                List.of(
                        () -> perPass(texts, text -> found(gazetteer, text).size()),
                        () -> perPass(
                                texts, text -> Normalizer.fold(text).folded().length()),
                        () -> perPass(shared, text -> found(gazetteer, text).size()),
                        () -> perPass(folded, text -> trie.parseText(text).size())));
        Rounds.Times fold = new Rounds.Times(times.get(0), times.get(1));
        Rounds.Times automaton = new Rounds.Times(times.get(2), times.get(3));
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
                        "the same, names in the text drawn from the automaton's",
                        "hankcs double-array Aho-Corasick of 100,000 names and the bundled forms that occur, on folded text",
                        "≥ 2.5 × its rate",
                        Row.Bound.AT_LEAST,
                        2.5,
                        "x",
                        automaton.rates(),
                        automaton.detail() + " for " + ARTICLES + " articles of 2.2 KB"));
    }

    private static List<Match> found(Gazetteer gazetteer, String text) {
        return gazetteer.find(Normalizer.fold(text), "en", DAY);
    }

    /** What ours finds in the texts, so that the automaton has the same to find. */
    private static Set<String> formsIn(List<String> texts, Gazetteer gazetteer) {
        Set<String> forms = new TreeSet<>();
        for (String text : texts) {
            String folded = Normalizer.foldToString(text);
            found(gazetteer, text).forEach(match -> forms.add(folded.substring(match.start(), match.end())));
        }
        return forms;
    }

    private static AhoCorasickDoubleArrayTrie<Integer> automaton(List<String> names, Set<String> others) {
        TreeMap<String, Integer> forms = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            forms.put(Normalizer.foldToString(names.get(i)), i);
        }
        others.forEach(form -> forms.putIfAbsent(form, forms.size()));
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
