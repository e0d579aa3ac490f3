package io.visitwatch.app.cli;

import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.demo.Demo;
import io.visitwatch.app.demo.DemoTally;
import io.visitwatch.app.demo.DemoWatch;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole service at work, offline. */
@Command(
        name = "demo",
        description =
                "Run the whole service on an embedded broker against a bundled newsroom; nothing leaves this machine.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class DemoCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration STUCK = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End with a summary after the last alert, rather than stay up.")
    private boolean exit;

    @Option(names = "--json", description = "One JSON object a line: every alert, then the summary.")
    private boolean json;

    @Option(names = "--api-port", paramLabel = "PORT", description = "Port of the API; any free one when it is taken.")
    private @Nullable Integer apiPort;

    private final AtomicBoolean first = new AtomicBoolean(true);
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Override
    public Integer call() throws InterruptedException {
        Visitwatch root = Visitwatch.of(spec);
        LoadedConfig loaded = root.plainConfig();
        Path given = root.givenData();
        Path folder = given == null ? temporary() : given;
        StopSignals.listen(root.talk());
        root.talk().say("visitwatch: starting broker, newsroom and service in " + folder + " …");
        try (Demo demo = start(loaded, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, given, folder), "shutdown"));
            return watch(root, demo);
        }
    }

    private void end(Demo demo, @Nullable Path given, Path folder) {
        stopped.set(true);
        demo.close();
        tidy(given, folder);
    }

    private Demo start(LoadedConfig loaded, Path folder) {
        int port = apiPort == null ? 0 : apiPort;
        ApiSettings api = loaded.config().api().withPort(port);
        try {
            return Demo.start(loaded, folder, api, InstantSource.system());
        } catch (IllegalStateException e) { // the API's port
            throw new Refusal(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()), e);
        }
    }

    private int watch(Visitwatch root, Demo demo) throws InterruptedException {
        Talk talk = root.talk();
        String bootstrap = demo.service().access().bootstrap();
        talk.say("visitwatch: ready after " + seconds() + " s; Kafka at " + bootstrap + ", API at "
                + demo.service().apiUrl());
        talk.say("visitwatch: subscribe with  ./visitwatch alerts tail --follow --bootstrap " + bootstrap);
        talk.say("visitwatch:            or  kcat -b " + bootstrap + " -t "
                + demo.service().access().topics().alerts().name());
        DemoTally tally = new DemoTally();
        try (DemoWatch watch = new DemoWatch(demo, tally, alert -> print(root, alert))) {
            int total = demo.newsroom().data().size();
            try (Progress progress = Progress.of(talk, "articles", total)) {
                while (!watch.over(QUIET) && !watch.silent(STUCK) && !stopped.get()) {
                    Thread.sleep(200);
                    progress.at(tally.articles());
                }
            }
            if (!json) {
                root.out().print(tally.table());
            } else {
                root.out().println(Json.write(tally.numbers()));
            }
            if (tally.articles() < total) {
                throw new Refusal(
                        ExitCode.PARTIAL,
                        "only " + tally.articles() + " of " + total + " stories were read: look at "
                                + "./visitwatch dlq list --bootstrap " + bootstrap + ", or start again with -v");
            }
            return exit ? ExitCode.OK : stay(root, demo);
        }
    }

    private int stay(Visitwatch root, Demo demo) throws InterruptedException {
        root.talk()
                .say("visitwatch: staying up, Ctrl-C ends; API at "
                        + demo.service().apiUrl());
        String fatal = demo.service().await();
        if (fatal != null) {
            throw new Refusal(ExitCode.INTERNAL, fatal);
        }
        return ExitCode.OK;
    }

    private void print(Visitwatch root, Alert alert) {
        if (first.compareAndSet(true, false)) {
            root.talk().say("visitwatch: first alert " + seconds() + " s after the start of the JVM");
        }
        root.out().println(json ? Json.write(alert) : new AlertLine(root.talk()).of(alert));
    }

    private static String seconds() {
        return String.format(
                Locale.ROOT, "%.1f", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("visitwatch-demo-");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.ENVIRONMENT, "no temporary folder can be made (" + e + "): give one with --data", e);
        }
    }

    /** What we made ourselves we take away again. */
    private static void tidy(@Nullable Path given, Path folder) {
        if (given != null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
