package io.visitwatch.ingest.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One queue per host: few requests at a time, a gap between two starts, and a pause for the whole host when it asks for one.
 *
 * <p>Workers take the next job whose host is free. A job keeps its host's place until {@link Job#done()}. A redirect to another
 * host asks for a place there ({@link #enter}), so that requests are counted where they go. Time is monotonic nanoseconds.
 */
public final class HostQueues implements HostGate {
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final HostLanes lanes;
    private boolean closed;

    /**
     * Empty queues.
     *
     * @param perHost most requests to one host at a time
     * @param gap least time between the starts of two requests to one host
     * @param ticker monotonic nanoseconds
     */
    public HostQueues(int perHost, Duration gap, LongSupplier ticker) {
        if (perHost < 1 || gap.isNegative()) {
            throw new IllegalArgumentException("fetch.per-host must be at least 1 and fetch.gap not negative");
        }
        this.lanes = new HostLanes(perHost, gap.toNanos());
        this.ticker = ticker;
    }

    /** Puts work at the end of its host's queue. */
    public void add(String host, Runnable work) {
        locked(() -> lanes.lane(host).add(work));
    }

    /** Number of jobs waiting. */
    public int size() {
        lock.lock();
        try {
            return lanes.queued();
        } finally {
            lock.unlock();
        }
    }

    /** Asks nothing of {@code host} for a while; a longer pause already begun stays. */
    public void pause(String host, Duration time) {
        locked(() -> lanes.lane(host).pause(ticker.getAsLong() + time.toNanos()));
    }

    /** Sets a wider gap for one host ({@code Crawl-delay}); a narrower one than configured is ignored. */
    public void widenGap(String host, Duration gap) {
        locked(() -> lanes.lane(host).gap(gap.toNanos()));
    }

    /** The next job whose host is free, or null when none is by now. */
    public @Nullable Job poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next job; null once closed. */
    public @Nullable Job take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Job job = next();
                if (job != null) {
                    return job;
                }
                await(lanes.nextReady());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Place> enter(String host, long maxNanos) {
        lock.lock();
        try {
            long until = ticker.getAsLong() + maxNanos;
            while (!closed) {
                long now = ticker.getAsLong();
                HostLanes.Lane lane =
                        lanes.lane(host); // looked up each time: what idled while we waited may have been forgotten
                if (lane.free(now)) {
                    lane.start(now);
                    return Optional.of(() -> leave(host));
                }
                long wait = Math.min(until, lane.full() ? until : lane.ready()) - now;
                if (until - now <= 0 || lane.ready() >= until) {
                    return Optional.empty();
                }
                await(now + wait);
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean again(String host, long maxNanos) {
        lock.lock();
        try {
            long until = ticker.getAsLong() + maxNanos;
            HostLanes.Lane lane = lanes.lane(host);
            while (lane.ready() > ticker.getAsLong()) {
                if (closed || lane.ready() >= until) {
                    return false;
                }
                await(lane.ready());
            }
            lane.again(ticker.getAsLong());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits and lets all waiting workers go. */
    public void close() {
        locked(() -> {
            closed = true;
            lanes.clear();
        });
    }

    private void leave(String host) {
        locked(() -> lanes.lane(host).leave());
    }

    private @Nullable Job next() {
        HostLanes.Taken taken = lanes.take(ticker.getAsLong());
        return taken == null ? null : new Job(this, taken.host(), taken.work());
    }

    @SuppressWarnings("WaitNotInLoop") // all callers loop
    private void await(long until) throws InterruptedException {
        if (until == Long.MAX_VALUE) {
            changed.await();
        } else {
            long ignored = changed.awaitNanos(Math.max(1, until - ticker.getAsLong()));
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            lanes.forgetIdle(ticker.getAsLong());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Work taken from a queue, holding its host's place. */
    public static final class Job {
        private final HostQueues queues;
        private final String host;
        private final Runnable work;

        private Job(HostQueues queues, String host, Runnable work) {
            this.queues = queues;
            this.host = host;
            this.work = work;
        }

        /** Host asked. */
        public String host() {
            return host;
        }

        /** Does the work and leaves the place, also when the work fails. */
        public void run() {
            try {
                work.run();
            } finally {
                done();
            }
        }

        /** Leaves the host's place. */
        public void done() {
            queues.leave(host);
        }
    }
}
