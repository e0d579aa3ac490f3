package io.visitwatch.ingest.kafka;

import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.EventTimeHeader;
import io.visitwatch.model.wire.Topics;
import io.visitwatch.model.wire.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The transactional producer of one partition.
 *
 * <p>Each transaction names the group member that writes it, so that the broker refuses an instance the partition was taken from.
 */
final class PartitionWriter implements AutoCloseable {
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final ClientSettings settings;
    private final Topics topics;
    private final int partition;
    private final Supplier<ConsumerGroupMetadata> member;
    private @Nullable Producer<String, byte[]> producer;

    PartitionWriter(ClientSettings settings, Topics topics, int partition, Supplier<ConsumerGroupMetadata> member) {
        this.settings = settings;
        this.topics = topics;
        this.partition = partition;
        this.member = member;
    }

    /** Takes the partition's producer, ending any transaction an owner before left open. */
    void open() {
        close();
        Producer<String, byte[]> fresh = new KafkaProducer<>(settings.producer(partition));
        producer = fresh;
        fresh.initTransactions();
    }

    /**
     * Writes all of one transaction.
     *
     * @param at stamp of the events
     * @throws org.apache.kafka.common.KafkaException when the outcome is not a commit for certain: open anew, then look
     */
    void write(PartitionState.Transaction batch, Instant at) {
        Producer<String, byte[]> open = Objects.requireNonNull(producer, "open first");
        open.beginTransaction();
        for (Article article : batch.articles) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topics.articles().name(), article.id(), StateRecords.bytes(article));
            String event = article.id() + "/" + article.revision();
            CloudEventHeaders.put(record.headers(), "article", event, "ingest", article.id(), at);
            EventTimeHeader.put(record.headers(), article.eventTime());
            TraceParent.begin(record.headers(), event);
            send(open, record);
        }
        for (DeadLetter letter : batch.letters) {
            String key = Objects.requireNonNullElse(letter.key(), letter.source());
            send(open, new ProducerRecord<>(topics.deadLetters().name(), key, StateRecords.bytes(letter)));
        }
        batch.seen.forEach((feed, seen) -> send(open, state(StateRecords.seenKey(feed), StateRecords.bytes(seen))));
        batch.boilerplate.forEach(
                (feed, known) -> send(open, state(StateRecords.boilerplateKey(feed), StateRecords.bytes(known))));
        batch.pushes.forEach((feed, push) -> send(open, state(StateRecords.pushKey(feed), StateRecords.bytes(push))));
        batch.states.forEach((feed, state) -> send(open, state(feed, StateRecords.bytes(state))));
        for (String feed : batch.removed) {
            send(open, state(feed, null));
            send(open, state(StateRecords.seenKey(feed), null));
            send(open, state(StateRecords.boilerplateKey(feed), null));
            send(open, state(StateRecords.pushKey(feed), null));
        }
        send(open, state(StateRecords.BATCH, StateRecords.bytes(new StateRecords.Batch(batch.number))));
        open.sendOffsetsToTransaction(
                Map.of(new TopicPartition(topics.feeds().name(), partition), new OffsetAndMetadata(0)), member.get());
        open.commitTransaction();
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(QUICK);
            producer = null;
        }
    }

    private ProducerRecord<String, byte[]> state(String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topics.feedState().name(), partition, key, value);
    }

    /** A record that fails makes the commit fail: its own future need not be looked at. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void send(Producer<String, byte[]> open, ProducerRecord<String, byte[]> record) {
        open.send(record);
    }
}
