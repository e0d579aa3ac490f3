package io.visitwatch.bench.parts;

import io.visitwatch.app.demo.NewsOutlet;
import io.visitwatch.app.demo.Newsroom;
import io.visitwatch.app.demo.NewsroomData;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Extracting articles beside parsing the same bytes with Jsoup: pages of the demo's newsroom, and real ones where there are any. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExtractionCost implements Measurement {
    private static final int MOST = 60;

    private static List<byte[]> pages = List.of();

    /** Extracts all pages. */
    @Benchmark
    public void extract(Blackhole sink, CpuClock clock) {
        clock.call();
        for (byte[] page : pages) {
            sink.consume(ArticleExtractor.extract(PageInput.of(page, null)));
        }
    }

    /** Parses all pages. */
    @Benchmark
    public void parse(Blackhole sink, CpuClock clock) throws IOException {
        clock.call();
        for (byte[] page : pages) {
            sink.consume(Jsoup.parse(new ByteArrayInputStream(page), null, "http://127.0.0.1/"));
        }
    }

    @Override
    public List<String> ids() {
        return List.of("extract-made", "extract-real");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Row> rows = new ArrayList<>();
        rows.add(measure("extract-made", "the demo newsroom's pages", newsroom(), setup.rounds()));
        Path folder = setup.data().resolve("extract-cases/pages");
        if (Files.isDirectory(folder)) {
            rows.add(measure("extract-real", "pages of the development set", saved(folder), setup.rounds()));
        }
        return rows;
    }

    private static Row measure(String id, String of, List<byte[]> read, int rounds) throws Exception {
        pages = read;
        Rounds.Times times = Rounds.interleaved(
                rounds, Jmh.benchmark(ExtractionCost.class, "extract"), Jmh.benchmark(ExtractionCost.class, "parse"));
        long bytes = read.stream().mapToLong(page -> page.length).sum();
        return new Row(
                id,
                "extraction, " + of,
                "`Jsoup.parse` of the same bytes",
                "≤ 2 × its time",
                Row.Bound.AT_MOST,
                2,
                "x",
                times.slowdowns(),
                times.detail()
                        + String.format(
                                Locale.ROOT, " for %d pages of %.0f KB", read.size(), bytes / 1e3 / read.size()));
    }

    private static List<byte[]> saved(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> saved = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".html.gz"))
                    .sorted()
                    .limit(MOST)
                    .toList()) {
                try (InputStream page = new GZIPInputStream(Files.newInputStream(file))) {
                    saved.add(page.readAllBytes());
                }
            }
            return saved;
        }
    }

    private static List<byte[]> newsroom() throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        List<byte[]> fetched = new ArrayList<>();
        try (Newsroom newsroom =
                Newsroom.open(NewsroomData.bundled(), 0, clock.instant(), Duration.ofMillis(1), clock)) {
            for (NewsOutlet outlet : newsroom.data().stories().keySet()) {
                byte[] feed = get(newsroom.feed(outlet));
                if (FeedReader.read(FeedDocument.of(feed, newsroom.feed(outlet))) instanceof FeedResult.Read read) {
                    for (Entry entry : read.entries()) {
                        if (entry.link() != null) {
                            fetched.add(get(entry.link()));
                        }
                    }
                }
            }
        }
        return fetched;
    }

    private static byte[] get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
