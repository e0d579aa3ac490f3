package io.visitwatch.app.run;

import io.visitwatch.alerts.kafka.AlertsConfig;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.FetchSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.ingest.IngestConfig;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.poll.PollConfig;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.model.Outlet;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the one configuration into what each part asks for. */
public final class Parts {
    private static final String ZONE = "Asia/Baghdad";
    private static final double JITTER = 0.2;
    private static final int PER_HOST = 2;

    private Parts() {}

    /** What to look for in articles. */
    public static EnrichConfig enrichConfig(LoadedConfig loaded) {
        AppConfig config = loaded.config();
        EnrichConfig standard = EnrichConfig.standard();
        List<WatchPlace> watches = config.watch().stream()
                .map(w -> new WatchPlace(w.id(), ZoneId.of(Objects.requireNonNullElse(w.zone(), ZONE))))
                .toList();
        List<Path> gazetteer = config.gazetteer().stream().map(loaded::path).toList();
        return new EnrichConfig(
                watches.isEmpty() ? standard.watches() : watches,
                config.keywords(),
                gazetteer,
                config.languagePacks() == null ? null : loaded.path(config.languagePacks()),
                config.threshold() == null ? standard.threshold() : config.threshold());
    }

    /** How reports become visits and alerts. */
    public static AlertsConfig alertsConfig(AppConfig config) {
        LedgerConfig standard = LedgerConfig.standard();
        Map<String, ZoneId> zones = config.watch().stream()
                .filter(w -> w.zone() != null)
                .collect(Collectors.toMap(
                        AppConfig.WatchSettings::id, w -> ZoneId.of(Objects.requireNonNullElse(w.zone(), ZONE))));
        LedgerConfig ledger = new LedgerConfig(
                config.alerts().confirmed(),
                standard.outletClasses(),
                zones,
                standard.gapDays(),
                standard.planDays(),
                standard.overdueDays(),
                standard.closeDays(),
                standard.keepDays(),
                standard.staleDays(),
                standard.sameText(),
                standard.maxReports());
        return new AlertsConfig(ledger, config.alerts().inMemory());
    }

    /** Which feeds are read, and how. */
    public static IngestConfig ingestConfig(AppConfig config) {
        FetchSettings fetch = config.fetch();
        IngestConfig standard = IngestConfig.standard(feeds(config), fetch.contact());
        Set<Integer> ports = new HashSet<>(standard.fetcher().allowedPorts());
        ports.addAll(fetch.allowPorts());
        PollConfig poll = standard.poll();
        return new IngestConfig(
                standard.feeds(),
                new FetcherConfig(FetcherConfig.userAgent(fetch.contact()), fetch.allowPrivate(), ports),
                new PollRules(fetch.pollMin(), fetch.pollMax(), fetch.poll(), JITTER),
                new PollConfig(
                        fetch.pages(),
                        poll.shortText(),
                        poll.backfillPages(),
                        poll.freshAtImport(),
                        poll.archivePages(),
                        fetch.robotsForFeeds(),
                        poll.total(),
                        credentials(config)),
                fetch.concurrency(),
                PER_HOST,
                fetch.hostDelay(),
                fetch.pushCallback());
    }

    private static Map<String, Map<String, String>> credentials(AppConfig config) {
        return config.feeds().stream()
                .filter(f -> !f.headers().isEmpty())
                .collect(Collectors.toMap(AppConfig.FeedSettings::id, AppConfig.FeedSettings::headers));
    }

    private static List<Feed> feeds(AppConfig config) {
        return config.feeds().stream()
                .filter(AppConfig.FeedSettings::enabled)
                .map(f -> new Feed(
                        f.id(),
                        f.url(),
                        new Outlet(f.outlet(), f.country(), f.sourceClass()),
                        f.language(),
                        f.zone() == null ? ZoneOffset.UTC : ZoneId.of(f.zone()),
                        f.pages(),
                        Feed.FROM_CONFIG))
                .toList();
    }
}
