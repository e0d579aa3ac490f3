package io.visitwatch.bench.parts;

import io.visitwatch.bench.Rounds;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One JMH benchmark as one half of a round. It runs in this JVM, so that both halves of a ratio meet the same machine in the same
 * minute; a fork for each would put a minute between them.
 */
final class Jmh {
    private static final TimeValue WARM = TimeValue.seconds(3);
    private static final TimeValue MEASURED = TimeValue.milliseconds(700);

    private Jmh() {}

    /** Processor time of one call of a method with {@code @Benchmark}, which counts its calls on a {@link CpuClock}. */
    static Rounds.Timed benchmark(Class<?> in, String method) {
        Options options = new OptionsBuilder()
                .include("^" + in.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(0)
                .warmupIterations(1)
                .warmupTime(WARM)
                .measurementIterations(1)
                .measurementTime(MEASURED)
                .verbosity(VerboseMode.SILENT)
                .build();
        return () -> seconds(options);
    }

    private static double seconds(Options options) throws RunnerException {
        Collection<RunResult> results = new Runner(options).run();
        if (results.size() != 1) {
            throw new IllegalStateException("one benchmark is meant, " + results.size() + " ran");
        }
        return CpuClock.last();
    }
}
