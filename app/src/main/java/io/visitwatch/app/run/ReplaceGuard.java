package io.visitwatch.app.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a failed stream thread is replaced: a hiccup is survived, an endless loop of failures ends the process, so that
 * whoever supervises it sees it.
 */
final class ReplaceGuard {
    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Deque<Instant> failures = new ArrayDeque<>();

    /** Whether a thread that failed at {@code now} may be replaced. */
    synchronized boolean mayReplace(Instant now) {
        while (!failures.isEmpty() && failures.peekFirst().isBefore(now.minus(WITHIN))) {
            failures.removeFirst();
        }
        failures.addLast(now);
        return failures.size() <= MOST;
    }
}
