package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the topic {@code feeds} in line with a configuration: adds, changes, and removes what came from a configuration before. */
final class FeedCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCatalog.class);

    private final ClientSettings settings;
    private final String topic;

    FeedCatalog(ClientSettings settings, Topics topics) {
        this.settings = settings;
        this.topic = topics.feeds().name();
    }

    /** Writes the difference between {@code feeds} and the topic. Several instances with one configuration do no harm. */
    void publish(Collection<Feed> feeds) {
        Map<Place, byte[]> there = new HashMap<>();
        new PartitionReader(settings).readAll(topic, record -> note(there, record));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings.plainProducer())) {
            int partitions = producer.partitionsFor(topic).size();
            for (Feed feed : feeds) {
                Place place = new Place(feed.id(), FeedPartitions.of(feed.url(), partitions));
                byte[] value = StateRecords.bytes(feed);
                if (!Arrays.equals(there.remove(place), value)) {
                    send(producer, place, value);
                }
            }
            there.forEach((place, value) -> {
                if (fromConfig(value)) {
                    send(producer, place, null);
                }
            });
            producer.flush();
            producer.close(Duration.ofSeconds(5));
        }
    }

    private static void note(Map<Place, byte[]> there, ConsumerRecord<String, byte[]> record) {
        Place place = new Place(Objects.toString(record.key(), ""), record.partition());
        if (record.value() == null) {
            there.remove(place);
        } else {
            there.put(place, record.value());
        }
    }

    private static boolean fromConfig(byte[] value) {
        try {
            return StateRecords.feed(value).origin().equals(Feed.FROM_CONFIG);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a record of the topic feeds is no feed and stays as it is", e);
            return false;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback says what failed
    private void send(KafkaProducer<String, byte[]> producer, Place place, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic, place.partition, place.feedId, value), (done, failure) -> {
            if (failure != null) {
                LOG.error("cannot write feed {} to {} on {}", place.feedId, topic, settings.cluster(), failure);
            }
        });
    }

    private record Place(String feedId, int partition) {}
}
