package io.visitwatch.ingest.poll;

/** Takes what runs want stored, in order. Blocks while too much waits: that is how a broker that is down slows polling. */
@FunctionalInterface
public interface ProgressSink {
    /**
     * Takes one step of a run.
     *
     * @return false when the feed is no longer ours: the run should end
     */
    boolean accept(Progress progress);
}
