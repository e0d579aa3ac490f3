package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Single records of topics, by their place {@code topic-partition@offset}: fetched again, or deleted up to one. */
public final class SourceRecords {
    private static final Pattern PLACE = Pattern.compile("(.+)-([0-9]{1,9})@([0-9]{1,18})");

    private SourceRecords() {}

    /**
     * Where a record stands.
     *
     * @param partition topic and partition
     * @param offset its offset
     */
    public record Place(TopicPartition partition, long offset) {
        /** The place that {@code text} writes; empty when it is none: a feed's address, say. */
        public static Optional<Place> parse(String text) {
            Matcher found = PLACE.matcher(text);
            return found.matches()
                    ? Optional.of(new Place(
                            new TopicPartition(found.group(1), Integer.parseInt(found.group(2))),
                            Long.parseLong(found.group(3))))
                    : Optional.empty();
        }
    }

    /** The committed record at a place; empty when retention took it. */
    public static Optional<ConsumerRecord<String, byte[]>> at(KafkaAccess access, Place place, Duration patience) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.put("max.poll.records", 1);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(place.partition()));
            long first = consumer.beginningOffsets(List.of(place.partition()), patience)
                    .getOrDefault(place.partition(), 0L);
            if (first > place.offset()) {
                return Optional.empty();
            }
            consumer.seek(place.partition(), place.offset());
            for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
                return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot read " + place.partition() + "@" + place.offset() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Deletes all records up to and with those at {@code places}. */
    public static void deleteThrough(KafkaAccess access, List<Place> places, Duration patience) {
        Map<TopicPartition, RecordsToDelete> upTo = new HashMap<>();
        places.forEach(place -> upTo.put(place.partition(), RecordsToDelete.beforeOffset(place.offset() + 1)));
        try (Admin admin = Admin.create(access.client())) {
            admin.deleteRecords(upTo).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "Kafka at " + access.bootstrap() + " did not delete them: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted: look with dlq list", e);
        }
    }
}
