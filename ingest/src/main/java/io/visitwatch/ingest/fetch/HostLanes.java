package io.visitwatch.ingest.fetch;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that have work or a memory of some, kept in the order in which they may be asked, so that taking the next job and
 * forgetting idle hosts cost the same for ten hosts and for a hundred thousand. Time is monotonic nanoseconds and handed in. Not
 * for use by several threads at once.
 */
final class HostLanes {
    /** Idle hosts remembered at least: article pages lead to the same few again and again. */
    private static final int KEPT = 1_000;

    private static final Comparator<Lane> ORDER =
            Comparator.comparingLong(Lane::ready).thenComparingLong(lane -> lane.turn);

    private final int perHost;
    private final long usualGap;
    private final Map<String, Lane> lanes = new HashMap<>();
    /** Work waits and a place is free, now or at a time to come. */
    private final TreeSet<Lane> next = new TreeSet<>(ORDER);
    /** Nothing waits, nothing runs. */
    private final TreeSet<Lane> idle = new TreeSet<>(ORDER);

    private int queued;
    private long turns;

    HostLanes(int perHost, long usualGap) {
        this.perHost = perHost;
        this.usualGap = usualGap;
    }

    /** The lane of a host, made when there is none. */
    Lane lane(String host) {
        return lanes.computeIfAbsent(host, Lane::new);
    }

    /** Jobs that wait. */
    int queued() {
        return queued;
    }

    /** Hosts remembered. */
    int size() {
        return lanes.size();
    }

    /** The next job of the host that may be asked for longest, its place taken; null when there is none by {@code now}. */
    @Nullable Taken take(long now) {
        Lane first = next.isEmpty() ? null : next.first();
        Runnable work = first == null || first.ready() > now ? null : first.waiting.peek();
        if (first == null || work == null) {
            return null;
        }
        first.change(() -> {
            first.waiting.remove();
            queued--;
            first.begin(now);
        });
        return new Taken(first.host, work);
    }

    /** When {@link #take} may have something next if nothing else changes; {@link Long#MAX_VALUE} for never. */
    long nextReady() {
        return next.isEmpty() ? Long.MAX_VALUE : next.first().ready();
    }

    /** Drops all work that waits. */
    void clear() {
        for (Lane lane : lanes.values()) {
            lane.change(lane.waiting::clear);
        }
        queued = 0;
    }

    /** Hosts of article pages come and go: what holds no job and no memory of a recent start is dropped. */
    void forgetIdle(long now) {
        while (lanes.size() > KEPT && !idle.isEmpty() && idle.first().ready() < now) {
            lanes.remove(idle.pollFirst().host);
        }
    }

    /** Work taken, and the host whose place it holds. */
    record Taken(String host, Runnable work) {}

    /** One host. */
    final class Lane {
        private final String host;
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        private int running;
        private long nextStart = Long.MIN_VALUE;
        private long pausedUntil = Long.MIN_VALUE;
        private long gap = usualGap;
        private long turn;

        private Lane(String host) {
            this.host = host;
            this.turn = turns++;
            attach();
        }

        /** Whether a request may start now. */
        boolean free(long now) {
            return !full() && ready() <= now;
        }

        /** Whether all places are taken. */
        boolean full() {
            return running >= perHost;
        }

        /** Earliest next start, places left aside. */
        long ready() {
            return Math.max(nextStart, pausedUntil);
        }

        void add(Runnable work) {
            change(() -> waiting.add(work));
            queued++;
        }

        /** Takes a place for a request that waits in no queue. */
        void start(long now) {
            change(() -> begin(now));
        }

        /** Another request in the place taken already. */
        void again(long now) {
            change(() -> nextStart = now + gap);
        }

        /** Leaves a place. */
        void leave() {
            change(() -> running--);
        }

        /** Nothing starts before {@code until}; a longer pause already begun stays. */
        void pause(long until) {
            change(() -> pausedUntil = Math.max(pausedUntil, until));
        }

        /** Sets the gap, which is never narrower than the usual one. */
        void gap(long nanos) {
            change(() -> gap = Math.max(usualGap, nanos));
        }

        private void begin(long now) {
            running++;
            turn = turns++;
            nextStart = now + gap;
        }

        /** A lane's place in the orders follows from its fields: it leaves them while these change. */
        private void change(Runnable change) {
            boolean stood = next.remove(this);
            idle.remove(this);
            change.run();
            turn = stood ? turn : turns++; // one that stands in line keeps its turn, more work or not
            attach();
        }

        private void attach() {
            if (!waiting.isEmpty()) {
                if (!full()) {
                    next.add(this);
                }
            } else if (running == 0 && gap == usualGap) { // a host that asked for a wider gap is remembered
                idle.add(this);
            }
        }
    }
}
