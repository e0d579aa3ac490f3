package io.visitwatch.bench.parts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Processor time of the benchmark's thread over one iteration. On a machine that others use too it says what the work costs;
 * the clock on the wall says who else was there.
 */
@State(Scope.Thread)
public class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static volatile double lastSeconds;

    private long start;
    private long calls;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        calls = 0;
        start = THREADS.getCurrentThreadCpuTime();
    }

    /** Counts one call of the benchmark. */
    public void call() {
        calls++;
    }

    /** Ends an iteration. */
    @TearDown(Level.Iteration)
    public void end() {
        lastSeconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / Math.max(calls, 1);
    }

    /** Seconds of processor time of one call in the last iteration of all. */
    static double last() {
        return lastSeconds;
    }
}
