package io.visitwatch.app.cli;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Parts;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.ClusterCheck;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicDifference;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with an installation. */
@Command(
        name = "doctor",
        description = "Look for what is wrong: versions, disk, limits, configuration, broker, topics, feeds, clock.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class DoctorCommand implements Callable<Integer> {
    private static final long FREE_BYTES = 1L << 30;
    private static final Duration CLOCK = Duration.ofMinutes(2);
    private static final long FILES = 4096;
    private static final long HEAP = 256L << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--no-feeds",
            description = "Do not ask the feeds; the clock is then not compared with their servers' either.")
    private boolean noFeeds;

    private boolean wrong;

    @Override
    public Integer call() {
        Visitwatch root = Visitwatch.of(spec);
        say(root, true, "version", String.join(", ", new Version().getVersion()));
        say(root, true, "java", Runtime.version() + " (" + System.getProperty("os.name") + ")");
        long heap = Runtime.getRuntime().maxMemory();
        say(root, heap >= HEAP, "heap", (heap >> 20) + " MB at most, 256 needed: raise it with -Xmx");
        files(root);
        try {
            LoadedConfig loaded = root.config();
            say(
                    root,
                    true,
                    "config",
                    loaded.file() == null ? "defaults" : loaded.file().toString());
            disk(root, root.data(loaded));
            kafka(root);
            if (!noFeeds) {
                feeds(root, loaded);
            }
        } catch (ConfigException e) {
            e.problems().forEach(p -> say(root, false, "config", p.toString()));
        }
        return wrong ? ExitCode.ENVIRONMENT : ExitCode.OK;
    }

    private void files(Visitwatch root) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            long most = unix.getMaxFileDescriptorCount();
            say(root, most >= FILES, "files", most + " may be open, " + FILES + " needed: raise it with ulimit -n");
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        say(
                root,
                Files.isWritable(temporary),
                "tmp",
                temporary + ": stores unpack native code there; another place with -Djava.io.tmpdir");
    }

    private void disk(Visitwatch root, Path data) {
        Path there = data;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            say(root, free >= FREE_BYTES, "disk", (free >> 20) + " MB free for " + data + ", 1024 needed");
            say(root, Files.isWritable(there), "data", there + " must be writable");
        } catch (IOException e) {
            say(root, false, "disk", data + " cannot be looked at: " + e);
        }
    }

    private void kafka(Visitwatch root) {
        try {
            KafkaAccess access = broker.access(root);
            try (TopicAdmin admin = access.admin()) {
                List<TopicDifference> differences = admin.diff();
                say(root, true, "broker", "answers at " + access.bootstrap());
                ClusterCheck.of(access.client(), access.layout())
                        .forEach(finding -> say(root, finding.good(), "broker", finding.detail()));
                differences.forEach(d -> say(root, false, "topics", d + ": ./visitwatch topics apply"));
                if (differences.isEmpty()) {
                    say(root, true, "topics", "as the contract has them");
                }
            }
        } catch (BrokerException e) {
            say(root, false, "broker", String.valueOf(e.getMessage()));
        }
    }

    private void feeds(Visitwatch root, LoadedConfig loaded) {
        DoctorFeeds.Outcome outcome = DoctorFeeds.ask(Parts.ingestConfig(loaded.config()), InstantSource.system());
        int good = outcome.asked() - outcome.wrong().size();
        if (outcome.asked() == 0) {
            say(root, false, "feeds", "none configured: add some under feeds:");
        } else {
            say(root, outcome.wrong().isEmpty(), "feeds", good + " of " + outcome.asked() + " answer");
        }
        outcome.wrong().forEach((feed, why) -> say(root, false, "feeds", feed + ", " + why));
        Duration ahead = outcome.ahead();
        if (ahead == null) {
            say(root, true, "clock", clock() + "; no server told its time to compare");
        } else {
            say(
                    root,
                    ahead.abs().compareTo(CLOCK) < 0,
                    "clock",
                    clock() + ", " + ahead.toSeconds() + " s ahead of the feeds' servers; more than "
                            + CLOCK.toMinutes() + " min makes days wrong: set it by NTP");
        }
    }

    private static String clock() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void say(Visitwatch root, boolean good, String what, String detail) {
        wrong |= !good;
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("check", what);
            line.put("ok", good);
            line.put("detail", detail);
            root.out().println(Json.write(line));
        } else {
            String mark = good ? root.talk().paint("32", "ok   ") : root.talk().paint("31", "WRONG");
            root.out().println(String.format(Locale.ROOT, "%s  %-7s %s", mark, what, detail));
        }
    }
}
