package io.visitwatch.ingest.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The topics {@code feeds} and {@code feed-state} as a command sees them: looked at and changed from outside the service. */
public final class FeedSubscriptions {
    private final ClientSettings settings;
    private final Topics topics;

    /**
     * Subscriptions of one installation.
     *
     * @param client Kafka client settings, {@code bootstrap.servers} among them
     */
    public FeedSubscriptions(Map<String, Object> client, Topics topics) {
        this.settings = new ClientSettings(client, topics);
        this.topics = topics;
    }

    /** Adds or changes one subscription; whoever owns its partition polls it from now on. */
    public void put(Feed feed) {
        write(feed.id(), feed.url(), StateRecords.bytes(feed));
    }

    /** Removes a subscription that was added at run time. False when there is none of that id. */
    public boolean remove(String feedId) {
        Feed feed = feeds().get(feedId);
        if (feed == null || !feed.origin().equals(Feed.ADDED)) {
            return false;
        }
        write(feed.id(), feed.url(), null);
        return true;
    }

    /** Every subscription with its state: {@code {feed, state}}, {@code state} missing before the first poll. */
    public List<JsonNode> status() {
        Map<String, JsonNode> states = new TreeMap<>();
        new PartitionReader(settings).readAll(topics.feedState().name(), record -> {
            if (record.key() != null && record.key().indexOf('#') < 0) {
                keep(states, record.key(), tree(record));
            }
        });
        List<JsonNode> all = new ArrayList<>();
        feeds().forEach((id, feed) -> {
            ObjectNode node = Json.mapper().createObjectNode();
            node.set("feed", Json.mapper().valueToTree(feed));
            JsonNode state = states.get(id);
            if (state != null) {
                node.set("state", state);
            }
            all.add(node);
        });
        return all;
    }

    private Map<String, Feed> feeds() {
        Map<String, Feed> feeds = new TreeMap<>();
        new PartitionReader(settings).readAll(topics.feeds().name(), record -> keep(feeds, record.key(), feed(record)));
        return feeds;
    }

    private void write(String id, String url, byte @Nullable [] value) {
        String topic = topics.feeds().name();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings.plainProducer())) {
            int partition = FeedPartitions.of(url, producer.partitionsFor(topic).size());
            producer.send(new ProducerRecord<>(topic, partition, id, value)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write feed " + id + " to " + settings.cluster(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing feed " + id, e);
        }
    }

    private static <T> void keep(Map<String, T> all, String key, @Nullable T value) {
        if (value == null) {
            all.remove(key);
        } else {
            all.put(key, value);
        }
    }

    private static @Nullable Feed feed(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : StateRecords.feed(record.value());
        } catch (IOException | IllegalArgumentException e) {
            return null; // no feed of ours: ingest says so in its log
        }
    }

    private static @Nullable JsonNode tree(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : Json.mapper().readTree(record.value());
        } catch (IOException e) {
            return null; // as above
        }
    }
}
