package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicAdmin;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step whose threads fail, whose topics vanish or refuse: it goes on or ends with one line, and never drops a record. */
class StreamsStepIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static Admin admin;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();

    @BeforeAll
    static void startBroker() {
        BrokerConfig plain = BrokerConfig.in(folder.resolve("broker"));
        broker = EmbeddedBroker.start(new BrokerConfig(
                plain.folder(),
                plain.host(),
                0,
                plain.startTimeout(),
                Map.of(
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "allow.everyone.if.no.acl.found",
                        "true",
                        "group.min.session.timeout.ms",
                        "1000")));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    void replacesAThreadThatFailsAndLosesAndRepeatsNothing() throws Exception {
        topics("once.in", "once.out");
        AtomicInteger sights = new AtomicInteger();
        send("once.in", 20);
        try (StreamsStep step = start("once", value -> {
            if (value.equals("7") && sights.incrementAndGet() < 3) {
                throw new IllegalStateException("a bug at the seventh");
            }
        })) {
            patiently().until(() -> values("once.out").size() >= 20);
            assertThat(step.alive()).isTrue();
        }
        assertThat(values("once.out"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(Integer::toString).toList());
        assertThat(registry.get("visitwatch.stream.threads.replaced").counter().count())
                .isEqualTo(2);
        assertThat(fatal.get()).isNull();
    }

    @Test
    void givesUpWithOneLineWhenEveryRecordFails() throws Exception {
        topics("never.in", "never.out");
        send("never.in", 3);
        try (StreamsStep step = start("never", value -> {
            throw new IllegalStateException("a bug at every one");
        })) {
            patiently().until(() -> fatal.get() != null);
            assertThat(step.alive()).isFalse();
            assertThat(step.state()).contains("never failed 6 times in 10 minutes", "a bug at every one");
        }
        assertThat(values("never.out")).isEmpty();
    }

    @Test
    void endsWhenItsTopicIsDeletedAndDoesNotMakeItAgain() throws Exception {
        topics("gone.in", "gone.out");
        send("gone.in", 5);
        try (StreamsStep step = start("gone", value -> {})) {
            patiently().until(() -> values("gone.out").size() == 5);
            admin.deleteTopics(List.of("gone.in")).all().get();
            patiently().until(() -> fatal.get() != null);
            assertThat(step.state()).contains("gone");
        }
        assertThat(admin.listTopics().names().get()).doesNotContain("gone.in");
    }

    @Test
    void stopsBeforeItDropsWhatItMayNotWrite() throws Exception {
        topics("shut.in", "shut.out");
        AclBinding no = deny("shut.out");
        send("shut.in", 4);
        try (StreamsStep step = start("shut", value -> {})) {
            patiently().until(() -> fatal.get() != null);
            assertThat(step.state()).contains("shut.out");
        }
        admin.deleteAcls(List.of(no.toFilter())).all().get();
        fatal.set(null);
        try (StreamsStep step = start("shut", value -> {})) {
            patiently().until(() -> values("shut.out").size() >= 4);
            assertThat(step.alive()).isTrue();
        }
        assertThat(values("shut.out")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void refusesToStartWhereTheDeadLettersAreShut() throws Exception {
        Topics topics = new Topics("shut-letters");
        try (TopicAdmin ours = TopicAdmin.open(
                Map.of("bootstrap.servers", broker.bootstrapServers()), topics, TopicLayout.single(1))) {
            ours.ensure(PATIENCE);
            ours.requireDeadLetters();
            deny(topics.deadLetters().name());
            assertThatThrownBy(ours::requireDeadLetters)
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(
                            "no right to write topic " + topics.deadLetters().name())
                    .hasMessageContaining("kafka-acls");
        }
    }

    @Test
    void leavesNoMetersBehindAfterManyRestarts() throws Exception {
        topics("meters.in", "meters.out");
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (StreamsStep step = start("meters", value -> {})) {
                patiently().until(step::ready);
            }
            counts.add(registry.getMeters().size());
        }
        assertThat(counts.get(3)).as(counts.toString()).isEqualTo(counts.get(0));
    }

    /** Takes the right to write away from everybody, and leaves the others. */
    private static AclBinding deny(String topic) throws Exception {
        ResourcePattern pattern = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        AclBinding all = new AclBinding(
                pattern, new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW));
        AclBinding no = new AclBinding(
                pattern, new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
        admin.createAcls(List.of(all, no)).all().get();
        return no;
    }

    private static void topics(String... names) throws Exception {
        admin.createTopics(java.util.Arrays.stream(names)
                        .map(name -> new NewTopic(name, 1, (short) 1))
                        .toList())
                .all()
                .get();
    }

    private static void send(String topic, int count) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, "k", Integer.toString(i)))
                        .get();
            }
        }
    }

    private static List<String> values(String topic) {
        List<String> values = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(access("reader"), topic, PATIENCE)) {
            reader.readToEnd(r -> values.add(new String(r.value(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        return values;
    }

    private static KafkaAccess access(String prefix) {
        return new KafkaAccess(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new Topics(prefix), TopicLayout.single(1));
    }

    /** The threads of a step may fail here: that is what is tested. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private interface Deed {
        void at(String value);
    }

    private StreamsStep start(String name, Deed deed) {
        Topology topology = new Topology();
        topology.addSource(
                "source", Serdes.String().deserializer(), Serdes.String().deserializer(), name + ".in");
        topology.addProcessor("deed", () -> new Passing(deed), "source");
        topology.addSink(
                "sink",
                name + ".out",
                Serdes.String().serializer(),
                Serdes.String().serializer(),
                "deed");
        Properties settings =
                StreamsSettings.of(access("step-" + name), name, folder.resolve("states"), "test", 1, false);
        // a failed thread's place is free when its session ends: not in fifteen seconds, for a test
        settings.put("consumer.session.timeout.ms", 2_000);
        settings.put("consumer.heartbeat.interval.ms", 500);
        return StreamsStep.start(name, () -> topology, settings, registry, InstantSource.system(), fatal::set);
    }

    /** Passes records on after a deed that may fail. */
    private static final class Passing implements Processor<String, String, String, String> {
        private final Deed deed;
        private @Nullable ProcessorContext<String, String> context;

        Passing(Deed deed) {
            this.deed = deed;
        }

        @Override
        public void init(ProcessorContext<String, String> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<String, String> record) {
            deed.at(record.value());
            java.util.Objects.requireNonNull(context).forward(record);
        }
    }
}
