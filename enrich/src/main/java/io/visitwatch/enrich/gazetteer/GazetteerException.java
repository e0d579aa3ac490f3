package io.visitwatch.enrich.gazetteer;

/** Gazetteer data that cannot be used: the message names file and line, the cause and the next step. */
public final class GazetteerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the one line to show. */
    public GazetteerException(String message) {
        super(message);
    }

    /** With the one line to show and what lies behind it. */
    public GazetteerException(String message, Throwable cause) {
        super(message, cause);
    }
}
