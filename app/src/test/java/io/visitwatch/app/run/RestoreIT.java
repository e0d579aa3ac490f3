package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.broker.BrokerConfig;
import io.visitwatch.broker.EmbeddedBroker;
import io.visitwatch.broker.TopicLayout;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step whose store is gone or half gone: it reads it back, says so meanwhile, and repeats nothing. */
class RestoreIT {
    private static final int KEYS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void throwsAwayAStoreThatSomebodyWasKilledRemoving() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")))) {
            KafkaAccess access = access(broker);
            send(access.client(), 0, 5);
            try (Counted out = new Counted(access)) {
                try (StreamsStep first = start(access)) {
                    await().atMost(PATIENCE).until(() -> out.now() >= 5);
                    assertThat(first.alive()).isTrue();
                }
                leaveOneFile(folder.resolve("states/million-million/0_0/rocksdb/seen"));
                send(access.client(), 3, 6);
                try (StreamsStep second = start(access)) {
                    await().atMost(PATIENCE).until(() -> out.now() >= 6);
                    assertThat(second.alive()).isTrue();
                }
                assertThat(out.now()).isEqualTo(6);
            }
        }
    }

    /** What a removal leaves behind that ends before its last file. */
    private static void leaveOneFile(Path store) throws IOException {
        assertThat(store.resolve("CURRENT")).exists();
        delete(store);
        Files.createDirectories(store);
        Files.writeString(store.resolve("000017.log"), "");
    }

    @Test
    @Tag("faults")
    void isReadyOnlyWhenAMillionKeysAreReadBackAndRepeatsNothing() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")))) {
            KafkaAccess access = access(broker);
            Map<String, Object> client = access.client();
            send(client, 0, KEYS);
            try (Counted out = new Counted(access)) {
                try (StreamsStep first = start(access)) {
                    await().atMost(PATIENCE).until(() -> out.now() >= KEYS);
                    assertThat(first.alive()).isTrue();
                }
                delete(folder.resolve("states"));
                send(client, KEYS - 1_000, KEYS + 1); // a thousand it has seen, and one it has not
                try (StreamsStep second = start(access)) {
                    assertThat(whileRestoring(second, out)).anyMatch(word -> word.startsWith("restoring: "));
                    await().atMost(PATIENCE).until(() -> out.now() > KEYS);
                }
                assertThat(out.now()).isEqualTo(KEYS + 1);
            }
        }
    }

    /** What a step says of itself until it is ready; it must tell nothing before. */
    private static List<String> whileRestoring(StreamsStep step, Counted out) throws InterruptedException {
        List<String> said = new ArrayList<>();
        long start = System.nanoTime();
        while (!step.ready()) {
            said.add(step.state());
            int before = out.now();
            assertThat(step.ready() || before == KEYS)
                    .as("told before it was ready")
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            Thread.sleep(50);
        }
        System.out.println("a million keys: ready after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        return said;
    }

    private static KafkaAccess access(EmbeddedBroker broker) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(
                            new NewTopic("million.in", 1, (short) 1), new NewTopic("million.out", 1, (short) 1)))
                    .all()
                    .get();
        }
        return new KafkaAccess(client, new Topics("million"), TopicLayout.single(1));
    }

    private static void send(Map<String, Object> client, int from, int to) {
        Map<String, Object> settings = new java.util.HashMap<>(client);
        settings.put("linger.ms", 50);
        settings.put("batch.size", 1 << 18);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = from; i < to; i++) {
                // a failed send shows as a missing key
                var unused = producer.send(new ProducerRecord<>("million.in", Integer.toString(i), "seen"));
            }
        }
    }

    /** Committed records of the output, counted as they come. */
    private static final class Counted implements AutoCloseable {
        private final TopicReader reader;
        private int count;

        Counted(KafkaAccess access) {
            reader = TopicReader.open(access, "million.out", PATIENCE);
        }

        int now() {
            reader.readToEnd(record -> ++count > 0);
            return count;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private StreamsStep start(KafkaAccess access) {
        Topology topology = new Topology();
        topology.addSource(
                "source", Serdes.String().deserializer(), Serdes.String().deserializer(), "million.in");
        topology.addProcessor("new", Unseen::new, "source");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("seen"), Serdes.String(), Serdes.String()),
                "new");
        topology.addSink(
                "sink",
                "million.out",
                Serdes.String().serializer(),
                Serdes.String().serializer(),
                "new");
        return StreamsStep.start(
                "million",
                () -> topology,
                StreamsSettings.of(access, "million", folder.resolve("states"), "test", 1, true),
                new SimpleMeterRegistry(),
                InstantSource.system(),
                why -> {});
    }

    private static void delete(Path states) throws IOException {
        try (Stream<Path> files = Files.walk(states)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Passes on what it has not seen. */
    private static final class Unseen implements Processor<String, String, String, String> {
        private @Nullable ProcessorContext<String, String> context;
        private @Nullable KeyValueStore<String, String> seen;

        @Override
        public void init(ProcessorContext<String, String> processorContext) {
            context = processorContext;
            seen = processorContext.getStateStore("seen");
        }

        @Override
        public void process(Record<String, String> record) {
            if (Objects.requireNonNull(seen).putIfAbsent(record.key(), record.value()) == null) {
                Objects.requireNonNull(context).forward(record);
            }
        }
    }
}
