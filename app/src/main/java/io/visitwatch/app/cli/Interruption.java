package io.visitwatch.app.cli;

/** A long work that goes on where it was when it is started again: says so where a signal ends the process in its midst. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    /**
     * From now on, until it is closed.
     *
     * @param line what to say, with the next step
     */
    Interruption(Talk talk, String line) {
        hook = new Thread(() -> talk.warn(line), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already: the line is said.
        }
    }
}
