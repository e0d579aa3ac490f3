package io.visitwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.config.AppConfig.FeedSettings;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Parts;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.feed.Opml;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.kafka.FeedSubscriptions;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The feeds that are read: those of the configuration and those added while the service runs. */
@Command(name = "feeds", description = "List, add, remove, import, export and discover feeds; say how they are.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class FeedsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Override
    public void run() {
        spec.commandLine().usage(Visitwatch.of(spec).out());
    }

    @Command(name = "list", description = "Print the feeds of the configuration.")
    int list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        for (FeedSettings feed : root.config().config().feeds()) {
            root.out().println(json ? Json.write(shown(feed)) : line(feed));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            description = "Subscribe the running service to a feed, without a change of its configuration.")
    int add(
            @Parameters(paramLabel = "URL", description = "Address of the feed.") String url,
            @Option(names = "--outlet", required = true, description = "Name of the outlet.") String outlet,
            @Option(names = "--language", paramLabel = "CODE", description = "Language of the feed.") @Nullable String language,
            @Option(names = "--country", paramLabel = "CODE", description = "Home of the outlet.") @Nullable String country,
            @Option(names = "--class", defaultValue = "OTHER", description = "${COMPLETION-CANDIDATES}")
                    SourceClass kind) {
        Visitwatch root = Visitwatch.of(spec);
        if (!url.matches("https?://\\S+")) {
            throw new Refusal(ExitCode.USAGE, "'" + url + "' is no address: write http:// or https://");
        }
        Feed feed = new Feed(
                Feed.idOf(url),
                url,
                new Outlet(outlet, country, kind),
                language,
                ZoneOffset.UTC,
                Feed.PageUse.ALWAYS,
                Feed.ADDED);
        subscriptions(root).put(feed);
        root.out().println(feed.id());
        return ExitCode.OK;
    }

    @Command(name = "remove", description = "Unsubscribe from a feed that was added.")
    int remove(@Parameters(paramLabel = "ID", description = "Id of the feed, as feeds add printed it.") String id) {
        Visitwatch root = Visitwatch.of(spec);
        if (!subscriptions(root).remove(id)) {
            throw new Refusal(ExitCode.USAGE, "no feed " + id + " was added: see ./visitwatch feeds status");
        }
        return ExitCode.OK;
    }

    @Command(name = "status", description = "Print how the feeds of the running service are.")
    int status(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        for (JsonNode feed : subscriptions(root).status()) {
            root.out().println(json ? feed.toString() : statusLine(feed));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            description = "Print the feeds of an OPML file as lines for visitwatch.yaml; nothing is fetched.")
    int importOpml(@Parameters(paramLabel = "FILE", description = "OPML file.") Path file) throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(ExitCode.USAGE, "no such file: " + file);
        }
        Opml.Subscriptions found = Opml.read(Files.readAllBytes(file), url -> null);
        for (Opml.Subscription feed : found.feeds()) {
            String outlet = Objects.requireNonNullElse(feed.title(), feed.url());
            root.out()
                    .println("  - { url: " + Json.write(feed.url()) + ", outlet: " + Json.write(Plain.line(outlet))
                            + " }");
        }
        found.problems().forEach(p -> root.talk().warn(file + ": " + Plain.line(p.address()) + ": " + p.cause()));
        root.talk()
                .say(
                        "%d feed(s); add country, language and class, then ./visitwatch check",
                        found.feeds().size());
        return found.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    @Command(name = "export", description = "Print the feeds of the configuration as OPML.")
    int exportOpml() {
        Visitwatch root = Visitwatch.of(spec);
        List<Opml.Subscription> feeds = new ArrayList<>();
        for (FeedSettings feed : root.config().config().feeds()) {
            List<String> tags = feed.country() == null ? List.of() : List.of(feed.country());
            feeds.add(new Opml.Subscription(feed.url(), feed.outlet(), null, tags));
        }
        root.out().println(Opml.write("Visitwatch", feeds));
        return ExitCode.OK;
    }

    @Command(name = "discover", description = "Print the feeds that a web page names.")
    int discover(@Parameters(paramLabel = "URL", description = "Address of a page.") String url) {
        Visitwatch root = Visitwatch.of(spec);
        LoadedConfig loaded = root.config();
        try (HttpFetcher fetcher =
                new HttpFetcher(Parts.ingestConfig(loaded.config()).fetcher())) {
            FetchResult result = fetcher.fetch(FetchRequest.get(url, FetchRequest.ACCEPT_PAGE));
            if (result instanceof FetchResult.Fetched page) {
                return found(root, url, page);
            }
            String why = result instanceof FetchResult.Failed failed ? failed.detail() : "no answer";
            throw new Refusal(ExitCode.ENVIRONMENT, url + " cannot be fetched (" + why + ")");
        }
    }

    private static int found(Visitwatch root, String url, FetchResult.Fetched page) {
        FeedResult read =
                FeedReader.read(new FeedDocument(page.body(), page.contentType(), page.url(), page.headers()));
        if (read instanceof FeedResult.Refused refused) {
            refused.discovered().forEach(root.out()::println);
            root.talk().say("%d feed(s) named by %s", refused.discovered().size(), url);
        } else {
            root.out().println(page.url());
            root.talk().say("%s is a feed itself", url);
        }
        return ExitCode.OK;
    }

    private FeedSubscriptions subscriptions(Visitwatch root) {
        KafkaAccess access = broker.access(root);
        return new FeedSubscriptions(access.client(), access.topics());
    }

    private static JsonNode shown(FeedSettings feed) {
        var node = Json.mapper().createObjectNode();
        return node.put("id", feed.id())
                .put("url", feed.url())
                .put("outlet", feed.outlet())
                .put("country", feed.country())
                .put("language", feed.language())
                .put("class", feed.sourceClass().name())
                .put("enabled", feed.enabled());
    }

    private static String line(FeedSettings feed) {
        return String.join(
                "  ",
                feed.id(),
                Objects.requireNonNullElse(feed.language(), "-"),
                Objects.requireNonNullElse(feed.country(), "-"),
                Plain.line(feed.outlet()),
                feed.url());
    }

    private static String statusLine(JsonNode feed) {
        JsonNode health = feed.path("state").path("health");
        return String.join(
                "  ",
                feed.path("feed").path("id").asText(),
                health.path("kind").asText("new"),
                Plain.line(feed.path("feed").path("outlet").path("name").asText()),
                feed.path("feed").path("url").asText(),
                Plain.line(health.path("reason").asText("")));
    }
}
