package io.visitwatch.app.cli;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.Environment;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Parts;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.ClusterCheck;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicDifference;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
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
        DoctorMachine.here().findings().forEach(finding -> say(root, finding));
        try {
            LoadedConfig loaded = root.config();
            say(
                    root,
                    true,
                    "config",
                    loaded.file() == null ? "defaults" : loaded.file().toString());
            DoctorMachine.disk(root.data(loaded)).forEach(finding -> say(root, finding));
            stores(root, loaded);
            kafka(root);
            if (!noFeeds) {
                feeds(root, loaded);
            }
        } catch (ConfigException e) {
            e.problems().forEach(p -> say(root, false, "config", p.toString()));
        }
        return wrong ? ExitCode.ENVIRONMENT : ExitCode.OK;
    }

    private void stores(Visitwatch root, LoadedConfig loaded) {
        if (loaded.config().alerts().inMemory()) {
            say(root, true, "stores", "kept in memory");
            return;
        }
        try {
            Environment.checkStores();
            say(root, true, "stores", "their native library loads");
        } catch (BrokerException e) {
            say(root, false, "stores", String.valueOf(e.getMessage()));
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
        say(root, DoctorMachine.clock(Instant.now(), outcome.ahead()));
    }

    private void say(Visitwatch root, Finding finding) {
        say(root, finding.good(), finding.what(), finding.detail());
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
