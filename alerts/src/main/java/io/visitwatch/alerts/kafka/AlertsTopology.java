package io.visitwatch.alerts.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.visit.LedgerEntry;
import io.visitwatch.alerts.visit.PastVisit;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.JsonSerde;
import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Visit reports, analysts' commands and the clock become visits and alerts.
 *
 * <p>Three sources meet in one processor that keeps the {@link io.visitwatch.alerts.visit.VisitBook}: all three topics have one
 * partition, because a summit joins visitors of many states and a command may join any two visits. No repartition topic stands
 * between a report and its alert. Records are read as bytes and parsed inside, so that what cannot be read rides the same
 * transaction into the dead letters. Stores are key-value with expiry by event time; no window, no suppression, no wall clock.
 */
public final class AlertsTopology implements Supplier<Topology> {
    static final String ENTRIES_STORE = "ledger-entries";
    static final String HISTORY_STORE = "ledger-history";
    static final String CLOCK_STORE = "ledger-clock";
    static final String VISITS_SINK = "visits-sink";
    static final String ALERTS_SINK = "alerts-sink";
    static final String DEAD_SINK = "dead-letters-sink";

    private static final String LEDGER = "ledger";
    private static final TimestampExtractor STAMP = (stamped, partitionTime) -> Math.max(0, stamped.timestamp());

    private final Topics topics;
    private final AlertsConfig config;
    private final AlertMeters meters;

    /** The topology over {@code topics}, by {@code config}, counting in {@code registry}. */
    public AlertsTopology(Topics topics, AlertsConfig config, MeterRegistry registry) {
        this.topics = topics;
        this.config = config;
        this.meters = new AlertMeters(registry);
    }

    @Override
    public Topology get() {
        Topology topology = new Topology();
        read(topology, "reports", topics.visitReports(), AlertsTopology::report);
        read(topology, "commands", topics.commands(), (headerType, bytes) -> command(bytes));
        read(topology, "clock", topics.clock(), (headerType, bytes) -> tick(bytes));
        topology.addProcessor(
                LEDGER,
                () -> new LedgerProcessor(config.ledger(), meters),
                "read-reports",
                "read-commands",
                "read-clock");
        topology.addStateStore(store(ENTRIES_STORE, JsonSerde.of(LedgerEntry.class)), LEDGER);
        topology.addStateStore(store(HISTORY_STORE, JsonSerde.of(PastVisit.class)), LEDGER);
        topology.addStateStore(store(CLOCK_STORE, Serdes.String()), LEDGER);
        write(topology, VISITS_SINK, topics.visits(), LEDGER);
        write(topology, ALERTS_SINK, topics.alerts(), LEDGER);
        write(topology, DEAD_SINK, topics.deadLetters(), "read-reports", "read-commands", "read-clock", LEDGER);
        return topology;
    }

    private void read(Topology topology, String name, Topic<String, ?> topic, InputReader.Parser parser) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                STAMP,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                topic.name());
        topology.addProcessor("read-" + name, () -> new InputReader(parser, LEDGER, DEAD_SINK), name);
    }

    private static <V> void write(Topology topology, String name, Topic<String, V> topic, String... parents) {
        topology.addSink(
                name, topic.name(), topic.keys().serializer(), topic.values().serializer(), parents);
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(
                        config.inMemory() ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name),
                        Serdes.String(),
                        values)
                .withLoggingEnabled(Map.of("max.message.bytes", "8388608"))
                .withCachingDisabled();
    }

    private static LedgerInput report(String type, byte[] bytes) throws java.io.IOException {
        if (type.equals(Topics.READING_TYPE)) {
            return new LedgerInput.Read(Json.mapper().readValue(bytes, ArticleReading.class));
        }
        return new LedgerInput.Reported(Json.mapper().readValue(bytes, VisitReport.class));
    }

    private static LedgerInput command(byte[] bytes) throws java.io.IOException {
        return new LedgerInput.Decided(Json.mapper().readValue(bytes, Command.class));
    }

    private static LedgerInput tick(byte[] bytes) throws java.io.IOException {
        return new LedgerInput.Passed(Json.mapper().readValue(bytes, ClockTick.class));
    }
}
