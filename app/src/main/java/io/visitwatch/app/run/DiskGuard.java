package io.visitwatch.app.run;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses ingest before the disk is full: what has been fetched is still read and told, and the broker never meets a full disk, on
 * which it would end the process.
 */
final class DiskGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);
    private static final long EVERY_SECONDS = 2;
    private static final long MOST_RESERVED = 512L << 20;
    private static final int SHARE = 10;

    private final Path folder;
    private final Consumer<Boolean> pause;
    private final ScheduledExecutorService timer;
    private volatile boolean paused;

    private DiskGuard(Path folder, Consumer<Boolean> pause) {
        this.folder = folder;
        this.pause = pause;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "disk-guard");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Watches the disk under {@code folder}.
     *
     * @param pause told to pause ingest and to let it go on
     */
    static DiskGuard start(Path folder, Consumer<Boolean> pause) {
        DiskGuard guard = new DiskGuard(folder, pause);
        var unused = guard.timer.scheduleWithFixedDelay(guard::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return guard;
    }

    /** Whether ingest stands still for lack of space. */
    boolean paused() {
        return paused;
    }

    /** What stays free: a tenth of the disk, half a gigabyte at most. */
    static long reserve(long total) {
        return Math.min(MOST_RESERVED, total / SHARE);
    }

    /** A little more than the reserve must be free again before ingest goes on, so that it does not flutter. */
    static boolean mustPause(boolean paused, long free, long total) {
        long reserve = reserve(total);
        return free < (paused ? reserve + reserve / 4 : reserve);
    }

    private void look() {
        try {
            FileStore store = Files.getFileStore(folder);
            boolean now = mustPause(paused, store.getUsableSpace(), store.getTotalSpace());
            if (now != paused) {
                paused = now;
                long megabytes = store.getUsableSpace() >> 20;
                if (now) {
                    LOG.error(
                            "{} MB free for {}: no feed is polled until there is more; free space, or move the data folder",
                            megabytes,
                            folder);
                } else {
                    LOG.info("{} MB free for {}: feeds are polled again", megabytes, folder);
                }
                pause.accept(now);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("cannot look at the disk of {}: {}", folder, e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
