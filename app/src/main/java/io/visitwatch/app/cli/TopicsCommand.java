package io.visitwatch.app.cli;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicDifference;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Our topics on the cluster: made, shown, compared with the contract. */
@Command(name = "topics", description = "Create, show and compare the topics of the contract.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class TopicsCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Override
    public void run() {
        describe(false);
    }

    @Command(name = "describe", description = "Show every topic with its settings.")
    int describe(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        try (TopicAdmin admin = access.admin()) {
            Map<String, TopicDescription> there = admin.describe();
            for (Topic<String, ?> topic : access.topics().all()) {
                TopicDescription found = there.get(topic.name());
                int partitions = found == null ? 0 : found.partitions().size();
                if (json) {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("topic", topic.name());
                    line.put("partitions", partitions);
                    line.put("settings", admin.settings(topic));
                    root.out().println(Json.write(line));
                } else {
                    root.out()
                            .printf("%-36s %s  %s%n", topic.name(), shown(partitions), settings(admin.settings(topic)));
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "diff", description = "Show where the cluster differs from the contract; exit code 6 when it does.")
    int diff() {
        Visitwatch root = Visitwatch.of(spec);
        try (TopicAdmin admin = broker.access(root).admin()) {
            List<TopicDifference> found = admin.diff();
            found.forEach(root.out()::println);
            root.talk().say(found.isEmpty() ? "no difference" : "put right with: ./visitwatch topics apply");
            return found.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    @Command(name = "apply", description = "Create what is missing and set what differs.")
    int apply() {
        Visitwatch root = Visitwatch.of(spec);
        try (TopicAdmin admin = broker.access(root).admin()) {
            List<TopicDifference> done = admin.apply(PATIENCE);
            done.forEach(d -> root.out().println("set " + d));
            root.talk().say("%d change(s) made", done.size());
            return ExitCode.OK;
        }
    }

    private static String shown(int partitions) {
        return partitions == 0 ? "missing     " : String.format(java.util.Locale.ROOT, "%3d parts   ", partitions);
    }

    private static String settings(Map<String, String> settings) {
        return settings.toString().replaceAll("[{}]", "");
    }
}
