package io.visitwatch.broker;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * What happens when Kafka ends the process.
 *
 * <p>A broker whose last log folder fails (disk full, I/O error) calls {@code halt}: the whole process would vanish without a
 * word, with Kafka's exit code. Here it says one line and ends with the code for a broken environment.
 */
public final class BrokerHalt {
    /** Exit code of a process that its broker ended. */
    public static final int EXIT_CODE = 4;

    private static final AtomicBoolean INSTALLED = new AtomicBoolean();
    private static volatile Consumer<String> end = BrokerHalt::end;

    private BrokerHalt() {}

    /** Takes over Kafka's ways out of the process, once. */
    static void install() {
        if (INSTALLED.compareAndSet(false, true)) {
            Exit.setHaltProcedure((code, message) -> stop("halt", code, message));
            Exit.setExitProcedure((code, message) -> stop("exit", code, message));
        }
    }

    /** Replaces what ends the process, for a test that must survive it; null puts the real end back. */
    static void endWith(@Nullable Consumer<String> replacement) {
        end = replacement == null ? BrokerHalt::end : replacement;
    }

    private static void stop(String how, int code, @Nullable String message) {
        String why = Objects.requireNonNullElse(message, "no reason given")
                .lines()
                .findFirst()
                .orElse("");
        end.accept("the embedded broker stopped the process (" + how + " " + code + ", " + why
                + "): check free space and permissions of its data folder, then start again");
    }

    private static void end(String line) {
        System.err.println("visitwatch: " + line);
        System.err.flush();
        // Not System.exit: a shutdown hook may be what called, and would wait for itself.
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
