package io.visitwatch.broker;

import java.util.Objects;

/** A broker that cannot start or a cluster that cannot be used. The message is one line: cause, place, next step. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure of one kind. */
    public BrokerException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** A failure of one kind with what caused it. */
    public BrokerException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** What kind of failure it is; decides the exit code. */
    public Kind kind() {
        return kind;
    }

    /** The kinds of failure. */
    public enum Kind {
        /** Another process holds the data folder. */
        LOCKED,
        /** The environment does not allow it: port, folder, platform, time-out, unreachable cluster. */
        ENVIRONMENT,
        /** Topics exist in a form the configuration contradicts. */
        CONFIGURATION
    }
}
