package io.visitwatch.app.run;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.visitwatch.alerts.kafka.AlertsTopology;
import io.visitwatch.alerts.kafka.NotifyService;
import io.visitwatch.app.api.ApiData;
import io.visitwatch.app.api.ApiServer;
import io.visitwatch.app.api.CommandRoutes;
import io.visitwatch.app.api.HubRoutes;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.config.RoutingReader;
import io.visitwatch.app.web.Explainer;
import io.visitwatch.app.web.WebData;
import io.visitwatch.app.web.WebModule;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.FolderLock;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.enrich.kafka.EnrichTopology;
import io.visitwatch.ingest.FeedStatus;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.IngestService;
import io.visitwatch.ingest.push.Subscriber;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of one process, started side by side where they do not need each other and stopped in the opposite order.
 *
 * <p>A part that fails at start stops everything already started. A part that gives up later makes {@link #await} return, so that
 * the process ends and whoever supervises it sees it.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration READY_LOOK = Duration.ofMillis(50);

    private final ServiceOptions options;
    private final InstantSource clock;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health();
    private final Board board = new Board();
    private final Deque<Closing> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();
    private volatile @Nullable IngestService ingest;
    private @Nullable ApiServer api;
    private volatile @Nullable KafkaAccess access;
    private volatile @Nullable Enricher enricher;

    private Service(ServiceOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        JvmGcMetrics collector = new JvmGcMetrics();
        collector.bindTo(registry);
        opened("gc metrics", collector);
        registry.getPrometheusRegistry().register(new FeedMeters(this::feeds, clock));
    }

    /** Something to stop, by name. */
    private record Closing(String name, AutoCloseable what) {}

    /**
     * Starts the parts asked for.
     *
     * @param clock time of first sights, ticks and failures
     * @throws BrokerException when the broker or the data folder does not allow it
     * @throws IllegalStateException when the API's port does not allow it
     */
    public static Service start(ServiceOptions options, InstantSource clock) {
        Service service = new Service(options, clock);
        try {
            service.startAll();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** How to reach the broker. */
    public KafkaAccess access() {
        if (access == null) {
            throw new IllegalStateException("the service runs no part that needs a broker");
        }
        return access;
    }

    /** How the parts are. */
    public Health health() {
        return health;
    }

    /** Visits and alerts as the API serves them. */
    public Board board() {
        return board;
    }

    /** What reads visits out of articles; null when that part does not run here. */
    public @Nullable Enricher enricher() {
        return enricher;
    }

    /** Address of the API; null when that part does not run here. */
    public @Nullable String apiUrl() {
        return api == null ? null : api.url();
    }

    /** Waits until the service is closed or a part gives up; the reason then, null after a proper close. */
    public @Nullable String await() throws InterruptedException {
        ended.await();
        return fatal.get();
    }

    /**
     * Waits until every part does its work, stores that had to be restored included.
     *
     * @return false when the service ended before
     */
    public boolean awaitReady() throws InterruptedException {
        while (!health.ready()) {
            if (ended.await(READY_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Stops all parts in order. */
    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            Closing each = started.removeLast();
            long start = System.nanoTime();
            try {
                each.what().close();
            } catch (Exception e) { // one part's failure to stop must not keep the others running
                LOG.warn("{} did not stop properly", each.name(), e);
            }
            LOG.debug("{} stopped in {} ms", each.name(), (System.nanoTime() - start) / 1_000_000);
        }
        ended.countDown();
    }

    /**
     * Takes over feeds that change in the configuration file from now on; does nothing without a file or without ingest.
     *
     * @param loader reads the file of a configuration again
     * @throws IllegalStateException when the file cannot be looked at
     */
    public void follow(LoadedConfig loaded, UnaryOperator<LoadedConfig> loader) {
        IngestService running = ingest;
        Path file = loaded.file();
        if (running == null || file == null) {
            return;
        }
        try {
            opened(
                    "reload",
                    ConfigReload.start(
                            loaded,
                            file,
                            loader,
                            registry,
                            changed ->
                                    running.publish(Parts.ingestConfig(changed).feeds())));
        } catch (IOException e) {
            throw new IllegalStateException("cannot look at " + file + ": " + e, e);
        }
    }

    private void startAll() {
        Environment.checkFiles();
        FolderLock lock = FolderLock.take(options.data());
        opened("lock", lock);
        announce();
        CompletableFuture<Optional<Enricher>> reading = options.runs(Part.enrich)
                ? aside(() -> Optional.of(Enricher.create(options.enrich())))
                : done(Optional.empty());
        CompletableFuture<KafkaAccess> broker = aside(() -> new BrokerPart(options, health, this::opened).connect());
        if (options.runs(Part.api)) {
            startApi();
        }
        KafkaAccess reached = join(broker);
        access = reached;
        CompletableFuture<Boolean> alerts = options.runs(Part.alerts) ? aside(() -> startAlerts(reached)) : done(true);
        CompletableFuture<Boolean> articles =
                options.runs(Part.ingest) ? aside(() -> startIngest(reached)) : done(true);
        if (options.runs(Part.api)) {
            BoardReader reader = BoardReader.start(reached, board);
            opened("board", reader);
            opened("lag", StageLag.start(reached, registry));
            health.watch("board", () -> new Health.State(true, reader.caughtUp(), "reading topics"));
        }
        join(reading).ifPresent(reader -> {
            enricher = reader;
            startStep("enrich", new EnrichTopology(reached.topics(), reader, registry), false);
        });
        join(articles);
        join(alerts);
        LOG.info("started {}", options.parts());
    }

    private void announce() {
        options.parts().forEach(part -> health.starting(part.name()));
        if (options.runs(Part.api)) {
            health.starting("board");
        }
    }

    private boolean startAlerts(KafkaAccess reached) {
        startStep(
                "alerts",
                new AlertsTopology(reached.topics(), options.alerts(), registry),
                !options.alerts().inMemory());
        opened("clock", ClockTicker.start(reached, clock));
        opened("coverage", CoverageKeeper.start(reached, watches(), registry, clock));
        startTelling(reached);
        return true;
    }

    private List<String> watches() {
        return options.enrich().watches().stream().map(WatchPlace::id).toList();
    }

    /** Without receivers there is nobody to tell: subscribers of the alerts topic need no outbox. */
    private void startTelling(KafkaAccess reached) {
        if (options.config().receivers().isEmpty()) {
            return;
        }
        Telling telling =
                new Telling(options.config(), options.ingest().fetcher(), InstanceName.of(options.data()), clock);
        opened("receivers", telling);
        opened("outbox", NotifyService.start(telling.config(), reached.client(), reached.topics(), registry, clock));
    }

    private boolean startIngest(KafkaAccess reached) {
        IngestService service =
                IngestService.start(ingestConfig(), reached.client(), reached.topics(), registry, clock);
        opened("ingest", service);
        ingest = service;
        DiskGuard disk = DiskGuard.start(options.data(), service::pause);
        opened("disk guard", disk);
        health.watch(
                Part.ingest.name(),
                () -> disk.paused()
                        ? new Health.State(true, true, "paused: the disk is nearly full")
                        : Health.State.UP);
        return true;
    }

    /** Hubs come back through the API: without it in this process there is nowhere for them to go. */
    private IngestConfig ingestConfig() {
        IngestConfig config = options.ingest();
        if (config.pushCallback() != null && !options.runs(Part.api)) {
            LOG.warn("fetch.push-callback needs the part api in this process: feeds are polled only");
            return config.withPushCallback(null);
        }
        return config;
    }

    /** Hubs call the API by the name they were given. */
    private ApiSettings apiSettings() {
        String callback = options.ingest().pushCallback();
        String host = callback == null ? null : URI.create(callback).getHost();
        return host == null ? options.api() : options.api().alsoFor(host);
    }

    private @Nullable Subscriber push() {
        IngestService running = ingest;
        return running == null ? null : running.push();
    }

    private void startApi() {
        ApiData data = new ApiData(board, health, registry, this::feeds);
        Explainer explainer = new Explainer(() -> enricher, options.ingest().fetcher());
        opened("explainer", explainer);
        CommandWriter commands = new CommandWriter(() -> access);
        opened("commands", commands);
        api = ApiServer.start(
                apiSettings(),
                data,
                List.of(
                        new HubRoutes(this::push),
                        new CommandRoutes(options.api(), board, commands::write, clock),
                        new WebModule(new WebData(
                                board,
                                health,
                                this::feeds,
                                explainer,
                                RoutingReader.routing(options.config()),
                                options.data().resolve("results"),
                                CommandRoutes.tokenNeeded(options.api()),
                                clock))));
        opened("api", api);
        health.watch(Part.api.name(), () -> Health.State.UP);
    }

    private List<FeedStatus> feeds() {
        IngestService running = ingest;
        return running == null ? List.of() : running.status();
    }

    private void startStep(String name, Supplier<Topology> topology, boolean stateful) {
        Environment.checkFolder(options.data().resolve("streams"));
        if (stateful) {
            Environment.checkStores();
        }
        StreamsStep step = StreamsStep.start(
                name,
                topology,
                StreamsSettings.of(
                        access(),
                        name,
                        options.data().resolve("streams"),
                        InstanceName.of(options.data()),
                        options.config().kafka().threads(),
                        stateful),
                registry,
                clock,
                this::giveUp);
        opened(name, step);
        health.watch(name, () -> new Health.State(step.alive(), step.ready(), step.state()));
    }

    private void giveUp(String why) {
        if (fatal.compareAndSet(null, why)) {
            LOG.error("{}: the process ends", why);
            ended.countDown();
        }
    }

    private synchronized void opened(String name, AutoCloseable what) {
        started.addLast(new Closing(name, what));
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "start");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
