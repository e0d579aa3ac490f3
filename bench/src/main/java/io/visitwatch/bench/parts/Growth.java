package io.visitwatch.bench.parts;

import io.visitwatch.bench.Curve;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an article costs as the names grow from a thousand to a million: the same articles, with the same names in them. */
public final class Growth implements Measurement {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int ARTICLES = 400;
    private static final int REPEATS = 5;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final Path CURVE = Path.of("docs", "growth-names.svg");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public List<String> ids() {
        return List.of("growth-names");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<String> names = MadeNames.of(SIZES.get(SIZES.size() - 1));
        List<String> articles = MadeNames.articles(ARTICLES, names.subList(0, SIZES.get(0)));
        List<Rounds.Timed> works = new ArrayList<>();
        for (int size : SIZES) {
            Gazetteer gazetteer = MadeNames.gazetteer(names.subList(0, size));
            works.add(() -> perArticle(gazetteer, articles));
        }
        List<List<Double>> times = Rounds.inTurn(setup.rounds(), works);
        Rounds.Times ends = new Rounds.Times(times.get(SIZES.size() - 1), times.get(0));
        Curve.write(CURVE, "Microseconds to tag an article, by names in the gazetteer", SIZES, times, 1e6);
        return List.of(new Row(
                "growth-names",
                "tagging an article among 1 M names",
                "the same article among 1,000 names",
                "flat: ≤ 1.1 × its time",
                Row.Bound.AT_MOST,
                1.1,
                "x",
                ends.slowdowns(),
                ends.detail() + " an article of 2.2 KB; curve: [growth-names.svg](growth-names.svg)"));
    }

    private static double perArticle(Gazetteer gazetteer, List<String> articles) {
        long start = THREADS.getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < REPEATS; i++) {
            for (String article : articles) {
                found += gazetteer.find(Normalizer.fold(article), "en", DAY).size();
            }
        }
        if (found == 0) {
            throw new IllegalStateException("no name was found");
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / REPEATS / articles.size();
    }
}
