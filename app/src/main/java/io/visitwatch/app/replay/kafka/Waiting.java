package io.visitwatch.app.replay.kafka;

import io.visitwatch.broker.BrokerException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits for something on the cluster, and stops waiting when a step has given up. */
final class Waiting {
    private static final long EVERY_MS = 100;

    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    /** A step has given up, for this reason. */
    void fail(String why) {
        failure.compareAndSet(null, why);
    }

    /** Returns once {@code done} says so. */
    void until(BooleanSupplier done) {
        until(() -> true, done);
    }

    /** Returns once {@code done} says so; throws when the step that is to bring it about lives no more. */
    void until(BooleanSupplier alive, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                fail("a step ended before its work");
            }
            check();
            pause();
        }
        check();
    }

    /** Throws when a step has given up. */
    void check() {
        String why = failure.get();
        if (why != null) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "the replay through Kafka failed: " + why);
        }
    }

    static void pause() {
        try {
            Thread.sleep(EVERY_MS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static BrokerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted while the cluster worked", e);
    }
}
