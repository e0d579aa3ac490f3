package io.visitwatch.app.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running topology: watched, replaced thread by thread when it stumbles, given up when it keeps falling. */
public final class StreamsStep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsStep.class);

    private final String name;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final ReplaceGuard guard = new ReplaceGuard();
    private final RestoreProgress restoring = new RestoreProgress();
    private final InstantSource clock;
    private final Counter replaced;
    private final Consumer<String> onFatal;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    private StreamsStep(
            String name, KafkaStreams streams, MeterRegistry registry, InstantSource clock, Consumer<String> onFatal) {
        this.name = name;
        this.streams = streams;
        this.clock = clock;
        this.onFatal = onFatal;
        this.replaced = Counter.builder("visitwatch.stream.threads.replaced")
                .description("Stream threads replaced after a failure")
                .tag("step", name)
                .register(registry);
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
    }

    /**
     * Starts a step. Stores that cannot be opened are thrown away and restored: a process that was killed while it removed a store
     * leaves a part of it behind, which no later start could open.
     *
     * @param topology made anew for each try
     * @param onFatal told one line when the step gives up
     */
    public static StreamsStep start(
            String name,
            Supplier<Topology> topology,
            Properties settings,
            MeterRegistry registry,
            InstantSource clock,
            Consumer<String> onFatal) {
        try {
            return open(name, topology.get(), settings, registry, clock, onFatal);
        } catch (ProcessorStateException e) {
            Path stores = Path.of(
                    settings.getProperty(StreamsConfig.STATE_DIR_CONFIG),
                    settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
            LOG.warn(
                    "the stores in {} cannot be opened ({}): they are thrown away and restored from their changelogs",
                    stores,
                    root(e));
            remove(stores);
            return open(name, topology.get(), settings, registry, clock, onFatal);
        }
    }

    private static StreamsStep open(
            String name,
            Topology topology,
            Properties settings,
            MeterRegistry registry,
            InstantSource clock,
            Consumer<String> onFatal) {
        KafkaStreams streams = new KafkaStreams(topology, settings);
        StreamsStep step = new StreamsStep(name, streams, registry, clock, onFatal);
        streams.setUncaughtExceptionHandler(step::failed);
        streams.setStateListener((now, before) -> step.changed(now));
        streams.setGlobalStateRestoreListener(step.restoring);
        try {
            streams.start();
            return step;
        } catch (RuntimeException e) {
            step.close();
            throw e;
        }
    }

    private static void remove(Path stores) {
        try (Stream<Path> files = Files.walk(stores)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + stores, e);
        }
    }

    /** Whether it processes records. */
    boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it may still come to process records. */
    public boolean alive() {
        return failure.get() == null && !streams.state().hasCompletedShutdown();
    }

    /** Where it is, in a word. */
    String state() {
        String why = failure.get();
        if (why != null) {
            return why;
        }
        String progress = ready() ? null : restoring.words();
        return progress == null ? streams.state().name() : progress;
    }

    @Override
    public void close() {
        metrics.close();
        if (!streams.close(Duration.ofSeconds(8))) {
            LOG.warn("{} did not stop within 8 s: its open transaction is aborted at the next start", name);
        }
    }

    private StreamThreadExceptionResponse failed(Throwable cause) {
        if (guard.mayReplace(clock.instant())) {
            LOG.error("a thread of {} failed and is replaced", name, cause);
            replaced.increment();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fatal(name + " failed " + (ReplaceGuard.MOST + 1) + " times in " + ReplaceGuard.WITHIN.toMinutes()
                + " minutes, last with: " + root(cause));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(KafkaStreams.State now) {
        LOG.debug("{} is {}", name, now);
        if (now == KafkaStreams.State.ERROR) {
            fatal(name + " stopped after an error");
        }
    }

    private void fatal(String why) {
        if (failure.compareAndSet(null, why)) {
            onFatal.accept(why);
        }
    }

    private static String root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("unknown cause");
    }
}
