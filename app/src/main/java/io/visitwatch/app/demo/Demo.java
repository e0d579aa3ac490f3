package io.visitwatch.app.demo;

import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.Part;
import io.visitwatch.app.run.Parts;
import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.Outlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole service against the bundled newsroom, everything on this machine. */
public final class Demo implements AutoCloseable {
    /** Time between two waves of stories. */
    public static final Duration STEP = Duration.ofMillis(2_500);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final String LOOPBACK = BrokerConfig.LOOPBACK + "/32";

    private final Newsroom newsroom;
    private final Service service;

    private Demo(Newsroom newsroom, Service service) {
        this.newsroom = newsroom;
        this.service = service;
    }

    /**
     * Starts newsroom and service.
     *
     * @param loaded configuration; its feeds are left aside
     * @param folder data folder: a used one goes on where it stopped
     * @param api the HTTP port
     */
    public static Demo start(LoadedConfig loaded, Path folder, ApiSettings api, InstantSource clock) {
        DemoPlace place = DemoPlace.in(folder, clock);
        Newsroom newsroom = open(place, clock);
        try {
            place.keep(folder, newsroom.port());
            ServiceOptions options = new ServiceOptions(
                    Set.copyOf(Part.all()),
                    folder,
                    loaded.config(),
                    ingest(newsroom),
                    Parts.enrichConfig(loaded),
                    Parts.alertsConfig(loaded.config()),
                    api);
            return new Demo(newsroom, Service.start(options, clock));
        } catch (RuntimeException e) {
            newsroom.close();
            throw e;
        }
    }

    /** The running service. */
    public Service service() {
        return service;
    }

    /** The newsroom it reads. */
    public Newsroom newsroom() {
        return newsroom;
    }

    @Override
    public void close() {
        service.close();
        newsroom.close();
    }

    private static Newsroom open(DemoPlace place, InstantSource clock) {
        try {
            return Newsroom.open(NewsroomData.bundled(), place.port(), place.start(), STEP, clock);
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "the newsroom cannot listen on port " + place.port() + " (" + e
                            + "): free it, or start with an empty folder (--data)",
                    e);
        }
    }

    /** A newsroom next door may be asked often, and everything it has is today's news. */
    private static IngestConfig ingest(Newsroom newsroom) {
        PollConfig poll = PollConfig.standard();
        return new IngestConfig(
                newsroom.data().stories().keySet().stream()
                        .map(outlet -> feed(newsroom, outlet))
                        .toList(),
                new FetcherConfig(FetcherConfig.userAgent("demo"), List.of(LOOPBACK), Set.of(newsroom.port())),
                new PollRules(POLL, POLL.multipliedBy(2), POLL, 0.1),
                new PollConfig(
                        true,
                        poll.shortText(),
                        poll.backfillPages(),
                        Duration.ofDays(2),
                        poll.archivePages(),
                        false,
                        Duration.ofSeconds(20),
                        Map.of()),
                8,
                8,
                Duration.ZERO,
                null);
    }

    private static Feed feed(Newsroom newsroom, NewsOutlet outlet) {
        return new Feed(
                outlet.id(),
                newsroom.feed(outlet),
                new Outlet(outlet.name(), outlet.country(), outlet.sourceClass()),
                outlet.language(),
                ZoneId.of("Asia/Baghdad"),
                Feed.PageUse.ALWAYS,
                Feed.FROM_CONFIG);
    }
}
