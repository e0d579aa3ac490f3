package io.visitwatch.app.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many records each stage of the whole installation is behind, {@code visitwatch_stage_lag_records{stage}}: what its group has
 * committed against the ends of its topics. It is asked of the cluster, so that a stage shows its lag when none of its instances
 * lives. The marks of transactions count as records: a stage at rest may show a few.
 */
final class StageLag implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageLag.class);
    private static final String OPTIONAL = "-notify";
    private static final long EVERY_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final Topics topics;
    private final Map<String, Double> behind = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;

    private StageLag(KafkaAccess access) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("client.id", access.topics().prefix() + "-lag");
        this.admin = Admin.create(settings);
        this.topics = access.topics();
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "stage-lag");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts looking. */
    static StageLag start(KafkaAccess access, MeterRegistry registry) {
        StageLag lag = new StageLag(access);
        for (String stage : lag.stages().keySet()) {
            Gauge.builder("visitwatch.stage.lag.records", lag.behind, all -> all.getOrDefault(stage, Double.NaN))
                    .description("Records a stage of the installation is behind")
                    .tag("stage", stage)
                    .register(registry);
        }
        var unused = lag.timer.scheduleWithFixedDelay(lag::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return lag;
    }

    /** Topics of each stage; the group is named after it. */
    private Map<String, List<Topic<String, ?>>> stages() {
        return Map.of(
                "enrich", List.of(topics.articles()),
                "alerts", List.of(topics.visitReports(), topics.commands(), topics.clock()),
                "notify", List.of(topics.alerts()));
    }

    private void look() {
        stages().forEach((stage, read) -> {
            try {
                behind.put(stage, (double) lag(
                        topics.prefix() + "-" + stage,
                        read.stream().map(Topic::name).toList()));
            } catch (ExecutionException | java.util.concurrent.TimeoutException | KafkaException e) {
                behind.remove(stage); // no number is better than an old one
                LOG.debug("lag of {} is unknown: {}", stage, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private long lag(String group, List<String> names)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (committed.isEmpty() && group.endsWith(OPTIONAL)) {
            return 0; // without receivers there is no such stage
        }
        List<TopicPartition> partitions =
                admin.describeTopics(names).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                        .toList();
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(partitions, OffsetSpec.earliest());
        long sum = 0;
        for (TopicPartition p : partitions) {
            OffsetAndMetadata at = committed.get(p);
            long from = Math.max(at == null ? 0 : at.offset(), offset(starts, p));
            sum += Math.max(0, offset(ends, p) - from);
        }
        return sum;
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "an answer for every partition asked for")
                .offset();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        return admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ofSeconds(2));
    }
}
