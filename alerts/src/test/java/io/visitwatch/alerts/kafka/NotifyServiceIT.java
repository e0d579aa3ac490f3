package io.visitwatch.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.receiver.Receiver;
import io.visitwatch.alerts.route.Matchers;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyServiceIT {
    @TempDir
    static Path folder;

    private static OutboxSite site;

    @BeforeAll
    static void startBroker() {
        site = new OutboxSite(folder);
    }

    @AfterAll
    static void stopBroker() {
        site.close();
    }

    @Test
    void tellsEveryAlertOnceAndNotAgainAfterARestart() {
        Topics topics = site.topics("once", 2);
        Recording desk = new Recording("desk");
        site.publish(topics, alert("v1"), alert("v2"), alert("v3"));
        try (NotifyService service = start(topics, desk)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.told.size() == 3);
            await().atMost(Duration.ofSeconds(20)).until(() -> service.open().isEmpty());
        }
        site.publish(topics, alert("v4"));
        try (NotifyService service = start(topics, desk)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.told.size() == 4);
            await().atMost(Duration.ofSeconds(20)).until(() -> service.open().isEmpty());
        }
        assertThat(desk.told)
                .extracting(n -> n.alerts().get(0).visit().id())
                .containsExactlyInAnyOrder("v1", "v2", "v3", "v4");
    }

    @Test
    void repeatsWithTheSameIdWhatWasUnderWayWhenItStopped() throws Exception {
        Topics topics = site.topics("crash", 2);
        CountDownLatch stuck = new CountDownLatch(1);
        Recording hanging = new Recording("desk") {
            @Override
            public DeliveryOutcome deliver(Notification notification) {
                told.add(notification);
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new DeliveryOutcome.Delivered();
            }
        };
        site.publish(topics, alert("v1"));
        NotifyService crashed = start(topics, hanging);
        await().atMost(Duration.ofSeconds(60)).until(() -> hanging.told.size() == 1);
        crashed.close();
        Recording desk = new Recording("desk");
        try (NotifyService service = start(topics, desk)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.told.size() == 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> service.open().isEmpty());
        }
        stuck.countDown();
        assertThat(desk.told.get(0).id()).isEqualTo(hanging.told.get(0).id());
        assertThat(desk.told.get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aBrokenReceiverDelaysNoOther() {
        Topics topics = site.topics("broken", 2);
        Recording broken = new Recording("broken") {
            @Override
            public DeliveryOutcome deliver(Notification notification) {
                throw new IllegalStateException("bug");
            }
        };
        Recording desk = new Recording("desk");
        site.publish(topics, alert("v1"), alert("v2"));
        try (NotifyService service = start(topics, broken, desk)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.told.size() == 2);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.open())
                            .extracting(Notification::receiver)
                            .containsOnly("broken"));
        }
    }

    @Test
    void takesAnOperatorsWishWhileItRunsAndAtItsNextStart() {
        Topics topics = site.topics("wish", 2);
        Recording strict = new Recording("desk") {
            @Override
            public DeliveryOutcome deliver(Notification notification) {
                super.deliver(notification);
                return told.size() <= 2 ? new DeliveryOutcome.Refused("answered 400") : new DeliveryOutcome.Delivered();
            }
        };
        site.publish(topics, alert("v1"), alert("v2"));
        Notification left;
        try (NotifyService service = start(topics, strict)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> parked(service).size() == 2);
            Notification first = parked(service).get(0);
            left = parked(service).get(1);
            wish(topics, first.retry(Instant.now(), "retry asked for"));
            await().atMost(Duration.ofSeconds(20)).until(() -> strict.told.size() == 3);
            assertThat(strict.told.get(2).id()).isEqualTo(first.id());
            await().atMost(Duration.ofSeconds(20)).until(() -> service.open().size() == 1);
        }
        wish(topics, left.dropped("dropped by an operator"));
        site.publish(topics, alert("v3"));
        try (NotifyService service = start(topics, strict)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> strict.told.size() == 4);
            await().atMost(Duration.ofSeconds(20)).until(() -> service.open().isEmpty());
        }
        assertThat(strict.told.get(3).alerts().get(0).visit().id()).isEqualTo("v3");
    }

    private static List<Notification> parked(NotifyService service) {
        return service.open().stream()
                .filter(n -> n.state() == Notification.State.PARKED)
                .toList();
    }

    /** Written to the partition where the notification stands, as the command line does. */
    private static void wish(Topics topics, Notification wish) {
        Map<String, Object> client = site.client();
        try (KafkaConsumer<String, byte[]> reader =
                        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            List<TopicPartition> all = List.of(
                    new TopicPartition(topics.notifications().name(), 0),
                    new TopicPartition(topics.notifications().name(), 1));
            reader.assign(all);
            reader.seekToBeginning(all);
            AtomicInteger partition = new AtomicInteger(-1);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (wish.id().equals(r.key())) {
                        partition.set(r.partition());
                    }
                });
                return partition.get() >= 0;
            });
            var unused = producer.send(OutboxWish.of(topics, partition.get(), wish));
        }
    }

    private static NotifyService start(Topics topics, Receiver... receivers) {
        List<Route> routes = java.util.Arrays.stream(receivers)
                .map(r ->
                        new Route(r.name(), r.name(), Matchers.ANY, true, List.of(), null, null, List.of(), List.of()))
                .toList();
        Route root =
                new Route("root", receivers[0].name(), Matchers.ANY, false, List.of(), null, null, List.of(), routes);
        Routing routing = new Routing(root, List.of(), List.of(), Map.of(), Routing.QUIET_BY_DEFAULT);
        return NotifyService.start(
                NotifyConfig.of(routing, List.of(receivers), "test"),
                site.client(),
                topics,
                new SimpleMeterRegistry(),
                InstantSource.system());
    }

    private static Alert alert(String visit) {
        return Alerts.arrival().of(visit).build();
    }

    /** A receiver that takes everything and remembers it. */
    private static class Recording implements Receiver {
        final List<Notification> told = new CopyOnWriteArrayList<>();
        private final String name;

        Recording(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DeliveryOutcome deliver(Notification notification) {
            told.add(notification);
            return new DeliveryOutcome.Delivered();
        }
    }
}
