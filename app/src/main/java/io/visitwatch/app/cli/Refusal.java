package io.visitwatch.app.cli;

/** An expected failure: one line (cause, place, next step) and an exit code. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A refusal with a code of {@link ExitCode}. */
    public Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A refusal with what caused it, shown with {@code -v}. */
    public Refusal(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
