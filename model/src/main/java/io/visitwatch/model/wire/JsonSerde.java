package io.visitwatch.model.wire;

import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of the model as plain JSON bytes, no envelope.
 *
 * <p>The deserialiser throws {@link SerializationException} on bytes that do not fit. Topologies therefore read bytes and parse
 * inside the topology, so that a poison record rides the transaction into the dead letters.
 */
public final class JsonSerde<T> implements Serde<T> {
    private final Class<T> type;

    private JsonSerde(Class<T> type) {
        this.type = type;
    }

    /** The serde of one type. */
    public static <T> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(topic, value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's interface is not annotated: null is a tombstone there
    private static byte @Nullable [] write(String topic, @Nullable Object value) {
        try {
            return value == null ? null : Json.mapper().writeValueAsBytes(value);
        } catch (IOException e) {
            throw new SerializationException("cannot write a value for " + topic, e);
        }
    }

    @SuppressWarnings("NullAway") // as above
    private @Nullable T read(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : Json.mapper().readValue(bytes, type);
        } catch (IOException e) {
            throw new SerializationException("cannot read a " + type.getSimpleName() + " from " + topic, e);
        }
    }
}
