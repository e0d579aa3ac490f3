package io.visitwatch.app.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long work is: a bar for a person, one line a minute for a log, nothing with {@code -q}. */
final class Progress implements AutoCloseable {
    private static final Duration LINE_EVERY = Duration.ofMinutes(1);

    private final Talk talk;
    private final String name;
    private final @Nullable ProgressBar bar;
    private final long start = System.nanoTime();
    private long done;
    private double share = -1;
    private long nextLine = start + LINE_EVERY.toNanos();

    private Progress(Talk talk, String name, @Nullable ProgressBar bar) {
        this.talk = talk;
        this.name = name;
        this.bar = bar;
    }

    /** Work of unknown length. */
    static Progress counting(Talk talk, String name) {
        return of(talk, name, -1);
    }

    /** Work of {@code total} steps; -1 when unknown. */
    static Progress of(Talk talk, String name, long total) {
        ProgressBar bar = talk.terminal()
                ? new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .build()
                : null;
        return new Progress(talk, name, bar);
    }

    /** One step is done. */
    void step() {
        done++;
        if (bar != null) {
            bar.step();
            if (share > 0 && share < 1 && done % 1024 == 0) {
                bar.maxHint(Math.round(done / share));
            }
        } else if (System.nanoTime() > nextLine) {
            nextLine += LINE_EVERY.toNanos();
            talk.say(line());
        }
    }

    /** How much of the input is read, from 0 to 1, where the number of steps is not known beforehand. */
    void share(double read) {
        share = read;
    }

    /** {@code steps} steps are done so far. */
    void at(long steps) {
        while (done < steps) {
            step();
        }
    }

    private String line() {
        double seconds = (System.nanoTime() - start) / 1e9;
        String left = share > 0 && share < 1
                ? String.format(Locale.ROOT, ", %.0f %% read, some %.0f s left", share * 100, seconds / share - seconds)
                : "";
        return String.format(
                Locale.ROOT,
                "%s: %,d in %.1f s (%,.0f/s)%s",
                name,
                done,
                seconds,
                done / Math.max(seconds, 1e-3),
                left);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        talk.say(line());
    }
}
