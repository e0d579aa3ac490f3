package io.visitwatch.app.reliability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code docs/reliability.yaml}.
 *
 * @param id {@code F1} to {@code F60} for faults, {@code T} for traps of Kafka, {@code S} for security requirements
 * @param what the fault or the requirement
 * @param expected what must come of it
 * @param backend against what it runs
 * @param tests {@code Class#method} or the path of a script in this tree
 * @param open what is not yet tested, in one line; null when the row is complete
 */
record Row(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String what,
        @JsonProperty(required = true) String expected,
        @JsonProperty(required = true) Backend backend,
        List<String> tests,
        @Nullable String open) {
    Row {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(what, "what");
        tests = tests == null ? List.of() : List.copyOf(tests);
    }

    /** Against what a row runs. */
    enum Backend {
        /** Values alone. */
        pure,
        /** Hostile servers and receivers on the loopback address. */
        http,
        /** The embedded broker, its files, or a connection that is tampered with. */
        broker,
        /** A process of its own that is killed, stopped or starved. */
        process,
        /** The image under a container engine. */
        container,
        /** A script that looks at what was built. */
        script
    }
}
