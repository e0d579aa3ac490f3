package io.visitwatch.bench.parts;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Finding a million names in raw text, beside folding it and beside a double-array automaton over folded text. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Tagging implements Measurement {
    private static final int NAMES = 1_000_000;
    private static final int ARTICLES = 200;

    /** Made once, for all rounds. */
    private static final class Data {
        static final List<String> NAMES_MADE = MadeNames.of(NAMES);
        static final List<String> TEXTS = MadeNames.articles(ARTICLES, NAMES_MADE);
        static final List<String> FOLDED =
                TEXTS.stream().map(Normalizer::foldToString).toList();
        static final Gazetteer GAZETTEER = MadeNames.gazetteer(NAMES_MADE);
        static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    }

    /** Built on first use: it takes long. */
    private static final class Automaton {
        static final AhoCorasickDoubleArrayTrie<Integer> TRIE = build();

        private static AhoCorasickDoubleArrayTrie<Integer> build() {
            TreeMap<String, Integer> forms = new TreeMap<>();
            for (int i = 0; i < Data.NAMES_MADE.size(); i++) {
                forms.put(Normalizer.foldToString(Data.NAMES_MADE.get(i)), i);
            }
            AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
            trie.build(forms);
            return trie;
        }
    }

    /** Folds and tags 200 articles. */
    @Benchmark
    public void tag(Blackhole sink, CpuClock clock) {
        clock.call();
        for (String text : Data.TEXTS) {
            sink.consume(Data.GAZETTEER.find(Normalizer.fold(text), "en", Data.DAY));
        }
    }

    /** Folds the same articles. */
    @Benchmark
    public void fold(Blackhole sink, CpuClock clock) {
        clock.call();
        for (String text : Data.TEXTS) {
            sink.consume(Normalizer.fold(text));
        }
    }

    /** Runs the other automaton over the folded articles. */
    @Benchmark
    public void automaton(Blackhole sink, CpuClock clock) {
        clock.call();
        for (String text : Data.FOLDED) {
            sink.consume(Automaton.TRIE.parseText(text));
        }
    }

    @Override
    public List<String> ids() {
        return List.of("tag-fold", "tag-automaton");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<List<Double>> times = Rounds.inTurn(
                setup.rounds(),
                Stream.of("tag", "fold", "automaton")
                        .map(method -> Jmh.benchmark(Tagging.class, method))
                        .toList());
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
                        "hankcs double-array Aho-Corasick on folded text",
                        "≥ 2.5 × its rate",
                        Row.Bound.AT_LEAST,
                        2.5,
                        "x",
                        automaton.rates(),
                        automaton.detail() + " for " + ARTICLES + " articles of 2.2 KB"));
    }
}
