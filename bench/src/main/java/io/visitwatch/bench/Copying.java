package io.visitwatch.bench;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** The barest topology there is, the reference of whatever does more: it copies records as they are. */
public final class Copying {
    private Copying() {}

    /** Copies every record of one topic, from its beginning, to another. */
    public static Topology of(String from, String to) {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                "in",
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer(),
                from);
        topology.addSink(
                "out", to, Serdes.String().serializer(), Serdes.ByteArray().serializer(), "in");
        return topology;
    }
}
