package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What an operator wants of a parked notification, written into {@code notifications} beside the loop's own records: the
 * notification as it is to be. A running loop takes it over at once, a stopped one at its start.
 */
public final class OutboxWish {
    private static final String MARK = "visitwatch-wish";

    private OutboxWish() {}

    /**
     * The record that asks for it.
     *
     * @param topics topics of the installation
     * @param partition partition the notification was read from
     * @param wish the notification, due again or dropped
     */
    public static ProducerRecord<String, byte[]> of(Topics topics, int partition, Notification wish) {
        byte[] value = Json.write(wish).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.notifications().name(), partition, wish.id(), value);
        record.headers().add(MARK, new byte[] {1});
        return record;
    }

    static boolean marks(ConsumerRecord<String, byte[]> record) {
        return record.value() != null && record.headers().lastHeader(MARK) != null;
    }
}
