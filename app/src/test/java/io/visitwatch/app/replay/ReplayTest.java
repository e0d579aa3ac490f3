package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One archive, read in many ways, gives the same bytes. */
class ReplayTest {
    private static Enricher enricher;

    @TempDir
    Path folder;

    @BeforeAll
    static void loadKnowledge() {
        enricher = Enricher.create(EnrichConfig.standard());
    }

    @Test
    void theNumberOfThreadsAndTheOrderOfTheArchiveChangeNothing() throws IOException {
        List<String> docs = Archives.docs(400);
        Result once = replay(archive(docs, "once"), 1);
        assertThat(once.alerts()).contains("NEW_VISIT").contains("Kemal Aydin");
        assertThat(replay(archive(docs, "two"), 2)).isEqualTo(once);
        Collections.shuffle(docs, new Random(5));
        assertThat(replay(archive(docs, "shuffled"), 4)).isEqualTo(once);
    }

    @Test
    void anotherLocaleAndTimeZoneChangeNothing() throws IOException {
        Path archive = archive(Archives.docs(100), "places");
        Result here = replay(archive, 2);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-IQ-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(replay(archive, 2)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anInterruptedReplayGoesOnWithTheSameResult() throws IOException {
        Path archive = archive(Archives.docs(300), "interrupted");
        Result whole = replay(archive, 2);
        Path out = Files.createTempDirectory(folder, "resumed");
        Stopping stopping = new Stopping(111);
        assertThatThrownBy(() -> replay(archive, out).checkpointEvery(10).run(stopping))
                .hasMessage("pulled the plug");
        Counting counting = new Counting();
        replay(archive, out).checkpointEvery(10).run(counting);
        assertThat(counting.resumedAt).isBetween(100L, 120L);
        assertThat(Result.in(out)).isEqualTo(whole);
        assertThat(out.resolve(".replay")).doesNotExist();
    }

    @Test
    void unreadableLinesAreCountedAndKept() throws IOException {
        List<String> docs = Archives.docs(4);
        docs.add("{\"id\": ");
        docs.add("[]");
        docs.add(Json.write(Map.of("id", "old", "title", "x", "published", "1066-10-14")));
        Path out = Files.createTempDirectory(folder, "bad");
        ReplaySummary summary = replay(archive(docs, "bad"), out).run(new Counting());
        assertThat(summary.unreadable()).isEqualTo(2);
        assertThat(summary.clampedDates()).isEqualTo(1);
        assertThat(Files.readAllLines(out.resolve("dead-letters.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .contains("bad.jsonl:5");
    }

    @Test
    void aPackedArchiveThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(packed)) {
            for (String doc : Archives.docs(2000)) {
                gzip.write((doc + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        byte[] whole = packed.toByteArray();
        Path cut = Files.write(folder.resolve("cut.jsonl.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path out = Files.createTempDirectory(folder, "cut");
        ReplaySummary summary = replay(cut, out).run(new Counting());
        assertThat(summary.articles()).isBetween(500L, 1999L);
        assertThat(Files.readAllLines(out.resolve("dead-letters.jsonl")))
                .singleElement()
                .asString()
                .contains("cut.jsonl.gz:" + (summary.articles() + 1), "breaks off");
    }

    private Result replay(Path archive, int threads) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        new Replay(List.of(Sources.of(archive)), out, ReplayRules.standard(), enricher, threads).run(new Counting());
        return Result.in(out);
    }

    private Replay replay(Path archive, Path out) {
        return new Replay(List.of(Sources.of(archive)), out, ReplayRules.standard(), enricher, 2);
    }

    private Path archive(List<String> docs, String name) throws IOException {
        return Files.write(folder.resolve(name + ".jsonl"), docs);
    }

    private record Result(String alerts, String visits) {
        static Result in(Path out) throws IOException {
            return new Result(
                    Files.readString(out.resolve("alerts.jsonl")), Files.readString(out.resolve("visits.jsonl")));
        }
    }

    private static class Counting implements Replay.Listener {
        long resumedAt;

        @Override
        public void resumed(long items) {
            resumedAt = items;
        }

        @Override
        public void step(double share) {}
    }

    private static final class Stopping extends Counting {
        private int left;

        Stopping(int left) {
            this.left = left;
        }

        @Override
        public void step(double share) {
            if (--left == 0) {
                throw new IllegalStateException("pulled the plug");
            }
        }
    }
}
