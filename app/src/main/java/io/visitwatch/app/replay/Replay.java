package io.visitwatch.app.replay;

import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.wire.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One replay into one folder: {@code alerts.jsonl}, {@code visits.jsonl}, {@code dead-letters.jsonl} and {@code summary.json}. An
 * interrupted replay goes on where it was when it is started again with the same archives, configuration and folder.
 */
public final class Replay {
    /** Items between two checkpoints. */
    private static final int CHECKPOINT_EVERY = 20_000;

    /** Characters of events held in memory: with Java's strings some 64 MB at most. */
    private static final long BUDGET = 16_000_000;

    private final List<ReplaySource> sources;
    private final Path out;
    private final Path work;
    private final String identity;
    private final Enricher enricher;
    private final LedgerConfig ledger;
    private final int threads;
    private int checkpointEvery = CHECKPOINT_EVERY;

    /**
     * A replay that has not begun.
     *
     * @param sources archives, read in this order; the order changes nothing in the result
     * @param out folder of the results, made when missing
     * @param configuration digest of the settings that decide the result
     */
    public Replay(
            List<ReplaySource> sources,
            Path out,
            String configuration,
            Enricher enricher,
            LedgerConfig ledger,
            int threads) {
        this.sources = List.copyOf(sources);
        this.out = out;
        this.work = out.resolve(".replay");
        this.enricher = enricher;
        this.ledger = ledger;
        this.threads = threads;
        this.identity = sources.stream().map(ReplaySource::identity).collect(Collectors.joining("|")) + "|"
                + configuration + "|" + enricher.dataVersion();
    }

    /** Is told how far a replay is. */
    public interface Listener {
        /** Begins at {@code items} already done in an earlier run. */
        void resumed(long items);

        /** One more item is done; {@code share} of the present source is read, negative when unknown. */
        void step(double share);
    }

    /** Forgets an interrupted replay in this folder. */
    public Replay fresh() throws IOException {
        if (Files.isDirectory(work)) {
            try (var files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return this;
    }

    /** Writes a checkpoint after so many items. */
    Replay checkpointEvery(int items) {
        checkpointEvery = items;
        return this;
    }

    /** Runs it to the end. */
    public ReplaySummary run(Listener listener) throws IOException {
        long start = System.nanoTime();
        Files.createDirectories(work);
        Progress progress = read(listener);
        long read = System.nanoTime();
        ReplaySummary summary = tell(progress, start, read);
        Files.writeString(
                out.resolve("summary.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
        progress.events.close();
        fresh();
        Files.delete(work);
        return summary;
    }

    private Progress read(Listener listener) throws IOException {
        Checkpoint done = Checkpoint.read(work, identity)
                .orElse(new Checkpoint(identity, 0, 0, List.of(), 0, ReplayTally.NOTHING));
        Progress progress = new Progress(done);
        listener.resumed(done.tally().items());
        try (DeadLetterFile dead = new DeadLetterFile(out.resolve("dead-letters.jsonl"), done.deadLetterBytes());
                OrderedWork pool = new OrderedWork(threads)) {
            for (int number = done.source(); number < sources.size(); number++) {
                progress.source = number;
                progress.items = number == done.source() ? done.items() : 0;
                readOne(sources.get(number), progress, dead, pool, listener);
            }
            progress.source = sources.size();
            progress.items = 0;
            progress.save(dead);
        }
        return progress;
    }

    private void readOne(
            ReplaySource source, Progress progress, DeadLetterFile dead, OrderedWork pool, Listener listener)
            throws IOException {
        try (ReplaySource.Items items = source.open()) {
            for (long skipped = 0; skipped < progress.items && items.hasNext(); skipped++) {
                items.next();
            }
            pool.run(items, item -> ItemReading.of(item, enricher), reading -> {
                progress.take(reading, dead);
                listener.step(items.share());
            });
        }
    }

    private ReplaySummary tell(Progress progress, long start, long read) throws IOException {
        Path part = out.resolve("alerts.jsonl.part");
        LedgerPass pass;
        try (EventSorter visits = new EventSorter(work, "visits", BUDGET)) {
            try (BufferedWriter alerts = Files.newBufferedWriter(part)) {
                pass = new LedgerPass(ledger, line(alerts), visits);
                pass.run(progress.events.sorted(), progress.tally.latest());
            }
            write(visits.sorted(), out.resolve("visits.jsonl"));
        }
        Files.move(part, out.resolve("alerts.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        double seconds = (System.nanoTime() - start) / 1e9;
        double reading = Math.max((read - start) / 1e9, 1e-3);
        ReplayTally tally = progress.tally;
        return new ReplaySummary(
                tally.items(),
                tally.articles(),
                tally.unreadable(),
                tally.clamped(),
                tally.reports(),
                pass.visitCount(),
                pass.changes(),
                tally.rejections(),
                tally.languages(),
                enricher.dataVersion(),
                Math.round(seconds * 100) / 100.0,
                Math.round((tally.items() - progress.resumedItems) / reading));
    }

    private static void write(Iterator<String> lines, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter writer = Files.newBufferedWriter(part)) {
            lines.forEachRemaining(line(writer));
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Consumer<String> line(BufferedWriter writer) {
        return text -> {
            try {
                writer.write(text);
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** What has been read so far. */
    private final class Progress {
        private final EventSorter events = new EventSorter(work, "events", BUDGET);
        private final long resumedItems;
        private ReplayTally tally;
        private int source;
        private long items;

        Progress(Checkpoint done) {
            events.adopt(done.runs());
            tally = done.tally();
            resumedItems = tally.items();
        }

        void take(ItemReading reading, DeadLetterFile dead) {
            reading.events().forEach(events::add);
            tally = tally.plus(reading.tally());
            items++;
            if (reading.dead() != null) {
                dead.add(reading.dead());
            }
            if (tally.items() % checkpointEvery == 0) {
                save(dead);
            }
        }

        void save(DeadLetterFile dead) {
            try {
                events.spill();
                new Checkpoint(identity, source, items, events.runs(), dead.flushed(), tally).write(work);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the checkpoint in " + work, e);
            }
        }
    }
}
