package io.visitwatch.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.app.config.AppConfig;
import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over a changed list of feeds while the service runs. A file that does not pass every check changes nothing: the old
 * configuration stays, the log says file, line and column, and the refusal is counted.
 */
final class ConfigReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);
    private static final long EVERY_SECONDS = 2;

    private final Path file;
    private final UnaryOperator<LoadedConfig> loader;
    private final Consumer<AppConfig> feeds;
    private final Counter taken;
    private final Counter refused;
    private final ScheduledExecutorService timer;
    private LoadedConfig present;
    private FileTime seen;

    private ConfigReload(
            Path file,
            LoadedConfig present,
            UnaryOperator<LoadedConfig> loader,
            MeterRegistry registry,
            Consumer<AppConfig> feeds)
            throws IOException {
        this.file = file;
        this.present = present;
        this.loader = loader;
        this.feeds = feeds;
        this.seen = Files.getLastModifiedTime(file);
        this.taken = counter(registry, "taken");
        this.refused = counter(registry, "refused");
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "config-reload");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("visitwatch.config.reloads")
                .description("Changed configuration files, taken over or refused")
                .tag("outcome", outcome)
                .register(registry);
    }

    /**
     * Watches the file of {@code present}.
     *
     * @param loader reads the file again
     * @param feeds told a new configuration whose feeds differ
     * @throws IOException when the file cannot be looked at
     */
    static ConfigReload start(
            LoadedConfig present,
            Path file,
            UnaryOperator<LoadedConfig> loader,
            MeterRegistry registry,
            Consumer<AppConfig> feeds)
            throws IOException {
        ConfigReload reload = new ConfigReload(file, present, loader, registry, feeds);
        var unused = reload.timer.scheduleWithFixedDelay(reload::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return reload;
    }

    private void look() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(seen)) {
                seen = now;
                take(loader.apply(present));
            }
        } catch (ConfigException e) {
            refused.increment();
            e.problems().forEach(p -> LOG.error("the changed configuration is not used: {}", p));
        } catch (IOException | RuntimeException e) {
            refused.increment();
            LOG.error("the changed configuration is not used: {}", e.toString());
        }
    }

    private void take(LoadedConfig changed) {
        AppConfig before = present.config();
        AppConfig after = changed.config();
        if (!before.feeds().equals(after.feeds())) {
            feeds.accept(after);
            LOG.info(
                    "{}: {} feeds now, {} before",
                    file,
                    after.feeds().size(),
                    before.feeds().size());
        }
        if (!withoutFeeds(changed).equals(withoutFeeds(present))
                || !headers(after).equals(headers(before))) {
            LOG.warn("{}: what changed beside the feeds takes effect at the next start", file);
        }
        present = changed;
        taken.increment();
    }

    private static JsonNode withoutFeeds(LoadedConfig config) {
        ObjectNode shown = config.shown().deepCopy();
        shown.remove("feeds");
        return shown;
    }

    /** Request headers of feeds are given to the fetcher once, at its start. */
    private static List<Map<String, String>> headers(AppConfig config) {
        return config.feeds().stream()
                .map(AppConfig.FeedSettings::headers)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
