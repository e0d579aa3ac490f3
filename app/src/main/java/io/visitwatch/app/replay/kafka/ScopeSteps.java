package io.visitwatch.app.replay.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.StreamsSettings;
import io.visitwatch.app.run.StreamsStep;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Runs topologies of the service in a replay's scope. */
final class ScopeSteps {
    static final String ENRICH = "enrich";
    static final String ALERTS = "alerts";

    private static final int COMMIT_MS = 500;

    private ScopeSteps() {}

    /** Starts one step; {@code waiting} is told when it gives up. */
    static StreamsStep start(
            String name,
            Topology topology,
            KafkaAccess access,
            Path states,
            int threads,
            boolean stateful,
            Waiting waiting) {
        String instance = UUID.randomUUID().toString().substring(0, 8);
        Properties settings = StreamsSettings.of(access, name, states, instance, threads, stateful);
        // Nobody comes back to a replay under the same name: no static member is to be waited for.
        settings.remove(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        // What counts here is the number of articles, not how soon the first is told.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MS);
        return StreamsStep.start(
                name, () -> topology, settings, new SimpleMeterRegistry(), InstantSource.system(), waiting::fail);
    }

    /** The group that reads for a step. */
    static String group(KafkaAccess access, String step) {
        return access.topics().prefix() + "-" + step;
    }
}
