package io.visitwatch.app.replay;

import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.enrich.Enricher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One replay into one folder: {@code alerts.jsonl}, {@code visits.jsonl}, {@code dead-letters.jsonl} and {@code summary.json}. An
 * interrupted replay goes on where it was when it is started again with the same archives, configuration and folder.
 */
public final class Replay {
    /** Items between two checkpoints. */
    private static final int CHECKPOINT_EVERY = 20_000;

    private final List<ReplaySource> sources;
    private final ReplayFolder folder;
    private final String identity;
    private final Enricher enricher;
    private final ReplayRules rules;
    private final int threads;
    private int checkpointEvery = CHECKPOINT_EVERY;

    /**
     * A replay that has not begun.
     *
     * @param sources archives, read in this order; the order changes nothing in the result
     * @param out folder of the results, made when missing
     * @param rules what decides the result
     * @param enricher made of these rules
     * @param threads threads that read articles
     */
    public Replay(List<ReplaySource> sources, Path out, ReplayRules rules, Enricher enricher, int threads) {
        this.sources = List.copyOf(sources);
        this.folder = new ReplayFolder(out);
        this.enricher = enricher;
        this.rules = rules;
        this.threads = threads;
        this.identity = sources.stream().map(ReplaySource::identity).collect(Collectors.joining("|")) + "|"
                + rules.digest(enricher.dataVersion());
    }

    /** Is told how far a replay is. */
    public interface Listener {
        /** Begins at {@code items} already done in an earlier run. */
        void resumed(long items);

        /** One more item is done; {@code share} of all sources is read, negative when unknown. */
        void step(double share);
    }

    /** Forgets an interrupted replay in this folder. */
    public Replay fresh() throws IOException {
        folder.clear();
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
        folder.make();
        Progress progress = read(listener);
        double reading = (System.nanoTime() - start) / 1e9;
        ReplaySummary summary;
        try (ReplayResults results = new ReplayResults(folder.out(), folder.work())) {
            LedgerPass pass = new LedgerPass(rules.ledger(), results);
            PassingTime.run(progress.events.sorted(), progress.tally.latest(), pass);
            pass.end();
            results.finish();
            summary = ReplaySummary.of(
                    progress.tally,
                    results,
                    enricher.dataVersion(),
                    (System.nanoTime() - start) / 1e9,
                    (progress.tally.items() - progress.resumedItems) / Math.max(reading, 1e-3));
        }
        summary.write(folder.out());
        progress.events.close();
        folder.clear();
        return summary;
    }

    private Progress read(Listener listener) throws IOException {
        Checkpoint done = Checkpoint.read(folder.work(), identity).orElseGet(() -> Checkpoint.start(identity));
        Progress progress = new Progress(done);
        listener.resumed(done.tally().items());
        try (DeadLetterFile dead = new DeadLetterFile(folder.deadLetters(), done.deadLetterBytes());
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
                listener.step((progress.source + items.share()) / sources.size());
            });
        }
    }

    /** What has been read so far. */
    private final class Progress {
        private final EventSorter events = new EventSorter(folder.work(), "events", EventSorter.BUDGET);
        private final long resumedItems;
        private final ReplayTally tally;
        private int source;
        private long items;

        Progress(Checkpoint done) {
            events.adopt(done.runs());
            tally = done.tally();
            resumedItems = tally.items();
        }

        void take(ItemReading reading, DeadLetterFile dead) {
            reading.events().forEach(events::add);
            tally.item(reading.dead() == null);
            reading.articles().forEach(tally::article);
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
                new Checkpoint(identity, source, items, events.runs(), dead.flushed(), tally).write(folder.work());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the checkpoint in " + folder.work(), e);
            }
        }
    }
}
