package io.visitwatch.enrich.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.wire.JsonSerde;
import io.visitwatch.model.wire.Topics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Articles become tagged articles and visit reports.
 *
 * <p>One stateless processor: it scales by partitions and restarts without anything to restore. Records are read as bytes and parsed
 * inside, so that what cannot be read rides the same transaction into the dead letters.
 */
public final class EnrichTopology implements Supplier<Topology> {
    static final String SOURCE = "articles";
    static final String READER = "read-articles";
    static final String TAGGED_SINK = "tagged-articles-sink";
    static final String REPORTS_SINK = "visit-reports-sink";
    static final String DEAD_SINK = "dead-letters-sink";

    /** Record stamps carry no meaning here: event time lives in the values. */
    private static final TimestampExtractor STAMP = (stamped, partitionTime) -> Math.max(0, stamped.timestamp());

    private final Topics topics;
    private final Enricher enricher;
    private final ReadingMeters meters;

    /** The topology over {@code topics} that reads with {@code enricher} and counts in {@code registry}. */
    public EnrichTopology(Topics topics, Enricher enricher, MeterRegistry registry) {
        this.topics = topics;
        this.enricher = enricher;
        this.meters = new ReadingMeters(registry);
    }

    @Override
    public Topology get() {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                STAMP,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                topics.articles().name());
        topology.addProcessor(READER, () -> new ArticleProcessor(enricher, meters), SOURCE);
        write(topology, TAGGED_SINK, topics.taggedArticles().name());
        write(topology, REPORTS_SINK, topics.visitReports().name());
        write(topology, DEAD_SINK, topics.deadLetters().name());
        return topology;
    }

    private static void write(Topology topology, String name, String topic) {
        topology.addSink(
                name, topic, new StringSerializer(), JsonSerde.of(Object.class).serializer(), READER);
    }
}
