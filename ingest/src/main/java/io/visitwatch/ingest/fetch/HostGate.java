package io.visitwatch.ingest.fetch;

import java.util.Optional;

/** Lets a redirect hop into another host's queue, so that hosts are counted where requests really go. */
@FunctionalInterface
public interface HostGate {
    /** A gate that is always open: for single requests out of any queue. */
    HostGate OPEN = (host, maxNanos) -> Optional.of(() -> {});

    /**
     * Waits until another request may start at a host whose place the caller already holds.
     *
     * @param maxNanos longest wait
     * @return false when the time did not come
     */
    default boolean again(String host, long maxNanos) {
        return true;
    }

    /**
     * Waits for a place at {@code host}.
     *
     * @param maxNanos longest wait
     * @return the place, to be left after the request; empty when none came free in time
     */
    Optional<Place> enter(String host, long maxNanos);

    /** A place in a host's queue. */
    @FunctionalInterface
    interface Place {
        /** Leaves it. */
        void close();
    }
}
