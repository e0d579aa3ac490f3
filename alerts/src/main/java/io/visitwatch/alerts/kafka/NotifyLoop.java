package io.visitwatch.alerts.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.receiver.Receiver;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One life of the outbox loop, from connection to the first failure. One thread owns all state; receivers are called on threads of
 * their own, one call per receiver at a time, and hand their outcome back through a queue.
 *
 * <p>Partition {@code p} of {@code alerts} is told by whoever the consumer group gives it to, and its notifications are written to
 * partition {@code p} of {@code notifications}: so the state follows the work. Every write carries the consumer's position in the
 * same transaction, so an instance that lost its partition cannot write either.
 */
final class NotifyLoop implements AutoCloseable, ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(50);

    private final NotifyConfig config;
    private final Topics topics;
    private final NotifyClients clients;
    private final Consumer<String, byte[]> alerts;
    private final Consumer<String, byte[]> wishes;
    private final Producer<String, byte[]> producer;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Passed passed;
    private final ExecutorService calls = Executors.newCachedThreadPool(NotifyLoop::daemon);
    private final Map<Integer, OutboxPartition> partitions = new ConcurrentHashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Queue<Tried> outcomes = new ConcurrentLinkedQueue<>();

    NotifyLoop(
            NotifyConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            Passed passed) {
        this.passed = passed;
        this.config = config;
        this.topics = topics;
        this.meters = meters;
        this.clock = clock;
        this.clients = new NotifyClients(kafka, topics, config.instance());
        this.alerts = clients.alerts();
        this.wishes = clients.wishes();
        this.producer = clients.producer();
    }

    void run(BooleanSupplier stop) {
        producer.initTransactions();
        alerts.subscribe(List.of(topics.alerts().name()), this);
        while (!stop.getAsBoolean()) {
            step();
        }
    }

    List<Notification> open() {
        return partitions.values().stream()
                .flatMap(partition -> partition.snapshot().stream())
                .sorted(Comparator.comparing(Notification::createdAt))
                .toList();
    }

    Duration age() {
        Instant now = clock.instant();
        return open().stream()
                .filter(n ->
                        n.state() != Notification.State.PARKED && !n.dueAt().isAfter(now))
                .map(n -> Duration.between(n.createdAt(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void step() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        List<ProducerRecord<String, byte[]>> writes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : alerts.poll(POLL)) {
            take(record, writes);
            positions.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        Instant now = clock.instant();
        finish(now, writes);
        wishes();
        List<Begun> begun = begin(now, writes);
        if (!writes.isEmpty() || !positions.isEmpty()) {
            commit(writes, positions);
        }
        partitions.values().forEach(OutboxPartition::publish);
        begun.forEach(this::call);
    }

    private void take(ConsumerRecord<String, byte[]> record, List<ProducerRecord<String, byte[]>> writes) {
        OutboxPartition partition = partitions.get(record.partition());
        if (partition != null) {
            partition
                    .plan(record, config.routing(), clock.instant())
                    .ifPresentOrElse(
                            planned -> planned.forEach(n -> writes.add(write(record.partition(), n))),
                            () -> writes.add(clients.deadLetter(record)));
        }
    }

    private void finish(Instant now, List<ProducerRecord<String, byte[]>> writes) {
        for (Tried tried = outcomes.poll(); tried != null; tried = outcomes.poll()) {
            busy.remove(tried.notification().receiver());
            count(tried);
            OutboxPartition partition = partitions.get(tried.partition());
            if (partition == tried.owner()) {
                int number = tried.partition();
                partition
                        .outbox()
                        .finish(tried.notification(), tried.outcome(), now)
                        .forEach(n -> writes.add(write(number, n)));
            }
        }
    }

    /** What operators wrote into the outbox from outside: read when its turn comes, in the order of the topic. */
    private void wishes() {
        if (wishes.assignment().isEmpty()) {
            return;
        }
        for (ConsumerRecord<String, byte[]> record : wishes.poll(Duration.ZERO)) {
            OutboxPartition partition = partitions.get(record.partition());
            if (partition != null && OutboxWish.marks(record)) {
                clients.read(record, wish -> partition.asked(wish.value()));
            }
        }
    }

    private void follow() {
        List<TopicPartition> mine = partitions.keySet().stream()
                .map(number -> new TopicPartition(topics.notifications().name(), number))
                .toList();
        Map<TopicPartition, Long> known = new HashMap<>();
        mine.stream().filter(wishes.assignment()::contains).forEach(p -> known.put(p, wishes.position(p)));
        wishes.assign(mine);
        mine.forEach(p -> wishes.seek(
                p,
                known.getOrDefault(
                        p, Objects.requireNonNull(partitions.get(p.partition())).restoredTo())));
    }

    private List<Begun> begin(Instant now, List<ProducerRecord<String, byte[]>> writes) {
        List<Begun> begun = new ArrayList<>();
        partitions.forEach((number, partition) -> {
            for (Notification notification : partition.outbox().begin(busy, now)) {
                busy.add(notification.receiver());
                writes.add(write(number, notification));
                begun.add(new Begun(number, partition, notification));
            }
        });
        return begun;
    }

    private void commit(List<ProducerRecord<String, byte[]>> writes, Map<TopicPartition, OffsetAndMetadata> positions) {
        passed.accept(DeliveryStep.DECIDED);
        producer.beginTransaction();
        for (ProducerRecord<String, byte[]> write : writes) {
            // A failed send makes commitTransaction throw, so the future tells nothing new.
            Future<RecordMetadata> unused = producer.send(write);
        }
        passed.accept(DeliveryStep.WRITTEN);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(positions);
        if (offsets.isEmpty()) {
            alerts.assignment().forEach(p -> offsets.put(p, new OffsetAndMetadata(alerts.position(p))));
        }
        producer.sendOffsetsToTransaction(offsets, alerts.groupMetadata());
        passed.accept(DeliveryStep.POSITIONED);
        producer.commitTransaction();
        passed.accept(DeliveryStep.COMMITTED);
    }

    private void call(Begun begun) {
        Receiver receiver = config.receivers().get(begun.notification().receiver());
        calls.execute(() -> outcomes.add(
                new Tried(begun.partition(), begun.owner(), begun.notification(), deliver(receiver, begun))));
    }

    private DeliveryOutcome deliver(@Nullable Receiver receiver, Begun begun) {
        if (receiver == null) {
            return new DeliveryOutcome.Refused("no receiver of this name is configured any more");
        }
        Handling handling = config.handling().getOrDefault(receiver.name(), Handling.OPEN);
        try {
            passed.accept(DeliveryStep.CALLING);
            DeliveryOutcome outcome = receiver.deliver(begun.notification().map(handling::apply));
            passed.accept(DeliveryStep.ANSWERED);
            return outcome;
        } catch (RuntimeException e) {
            // A bug in a receiver must not hold up the others; it is counted, kept with the notification and tried
            // again.
            return new DeliveryOutcome.Retry("receiver failed: " + e, null);
        }
    }

    private void count(Tried tried) {
        meters.counter(
                        "visitwatch.notify.tries",
                        "receiver",
                        tried.notification().receiver(),
                        "outcome",
                        tried.outcome().getClass().getSimpleName())
                .increment();
    }

    private ProducerRecord<String, byte[]> write(int partition, Notification notification) {
        byte[] value = Json.write(notification).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topics.notifications().name(), partition, notification.id(), value);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        for (TopicPartition partition : assigned) {
            partitions.put(partition.partition(), clients.restore(partition.partition(), config.retries()));
        }
        follow();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> partitions.remove(partition.partition()));
        follow();
    }

    @Override
    public void close() {
        calls.shutdown();
        try {
            calls.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Closing the producer first aborts an open transaction before the group hands the partitions on.
            producer.close(Duration.ofSeconds(5));
            alerts.close();
            wishes.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "visitwatch-receiver");
        thread.setDaemon(true);
        return thread;
    }

    /** Is told of each step as it is passed. */
    @FunctionalInterface
    interface Passed {
        void accept(DeliveryStep step);
    }

    private record Begun(int partition, OutboxPartition owner, Notification notification) {}

    private record Tried(int partition, OutboxPartition owner, Notification notification, DeliveryOutcome outcome) {}
}
