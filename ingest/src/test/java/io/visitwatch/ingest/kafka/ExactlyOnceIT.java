package io.visitwatch.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.visitwatch.ingest.Broker;
import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.poll.Progress;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // what was sent is looked for on the topic
class ExactlyOnceIT {
    private static final Outlet OUTLET = new Outlet("Test", null, SourceClass.OTHER);
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final String TAIL = "Write to the editors at any time.";
    private static final String NEWS = "The minister of a neighbouring country arrived on Wednesday, his office says.";
    private static final Subscription SUBSCRIPTION = new Subscription(
            "https://hub.example/",
            "http://news.test/feed",
            "https://us.example/websub/f/1",
            "secret",
            Subscription.Status.GRANTED,
            NOW,
            NOW,
            NOW.plusSeconds(300),
            null,
            0,
            "subscribed at the hub");
    private static Broker broker;

    @BeforeAll
    static void startBroker() {
        broker = new Broker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void behaviour25HidesWhatACrashLeftBetweenProduceAndCommitAndFencesTheDead() {
        Topics topics = broker.topics("crashed", 1);
        ClientSettings settings = new ClientSettings(broker.client(), topics);
        Article lost = article(1);
        try (KafkaProducer<String, byte[]> dead = new KafkaProducer<>(settings.producer(0))) {
            dead.initTransactions();
            dead.beginTransaction();
            dead.send(new ProducerRecord<>(topics.articles().name(), lost.id(), StateRecords.bytes(lost)));
            dead.send(new ProducerRecord<>(
                    topics.feedState().name(), 0, StateRecords.BATCH, StateRecords.bytes(new StateRecords.Batch(7))));
            dead.flush();
            try (Member member = new Member(topics)) {
                OwnedPartition partition = member.partition();
                assertThat(partition.seen("f").size()).isZero();
                assertThat(partition.accept(Progress.made("f", lost, mark(1)))).isTrue();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> partition.seen("f").size() == 1);
                assertThatThrownBy(dead::commitTransaction).isInstanceOf(ProducerFencedException.class);
            }
        }
        assertThat(broker.articles(topics)).extracting(Article::id).containsExactly(lost.id());
    }

    @Test
    void behaviour25MovesArticlesAndCursorTogetherAndHandsThemToTheNextOwner() {
        Topics topics = broker.topics("handover", 1);
        FeedState state = FeedState.first(Feed.of("http://news.test/feed", OUTLET), "", NOW, Duration.ofMinutes(5));
        try (Member first = new Member(topics)) {
            OwnedPartition partition = first.partition();
            assertThat(partition.begin(state.feedId())).isTrue();
            assertThat(partition.begin(state.feedId())).as("one run at a time").isFalse();
            partition.accept(Progress.began(state.feedId(), SeenEntries.NONE));
            partition.accept(Progress.made(state.feedId(), article(1), mark(1)));
            partition.accept(Progress.made(state.feedId(), article(2), mark(2)));
            partition.accept(Progress.pushed(state.feedId(), SUBSCRIPTION));
            partition.accept(Progress.ended(state, repeated()));
            await().atMost(Duration.ofSeconds(30)).until(() -> !partition.running(state.feedId()));
        }
        try (Member second = new Member(topics)) {
            OwnedPartition partition = second.partition();
            assertThat(partition.seen(state.feedId()).size()).isEqualTo(2);
            assertThat(partition.push(state.feedId())).isEqualTo(SUBSCRIPTION);
            assertThat(partition.boilerplate(state.feedId()).strip(NEWS + "\n\n" + TAIL))
                    .isEqualTo(NEWS);
            assertThat(partition.state(Feed.of("http://news.test/feed", OUTLET), "", Duration.ofMinutes(5), NOW))
                    .isEqualTo(state);
            partition.accept(Progress.made("another", article(1), mark(9)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> partition.seen("another").size() == 1);
        }
        assertThat(broker.articles(topics))
                .as("the second feed's copy is left out")
                .hasSize(2);
    }

    @Test
    void namesARecordOfTheStateThatIsUnreadableAndGoesOn() {
        Topics topics = broker.topics("garbage", 1);
        ClientSettings settings = new ClientSettings(broker.client(), topics);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings.plainProducer())) {
            producer.send(new ProducerRecord<>(topics.feedState().name(), 0, "feed", new byte[] {1, 2, 3}));
            producer.send(new ProducerRecord<>(
                    topics.feeds().name(), 0, "feed", "{\"id\":3".getBytes(StandardCharsets.UTF_8)));
        }
        try (Member member = new Member(topics)) {
            assertThat(member.partition().ready()).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> member.unreadable.size() == 2);
        }
    }

    @Test
    void forgetsAFeedThatLeavesTheList() {
        Topics topics = broker.topics("removed", 1);
        Feed feed = Feed.of("http://news.test/feed", OUTLET);
        FeedState state = FeedState.first(feed, "", NOW, Duration.ofMinutes(5));
        try (Member member = new Member(topics)) {
            member.group.publish(List.of(feed));
            OwnedPartition partition = member.partition();
            await().atMost(Duration.ofSeconds(30)).until(() -> member.feeds() == 1);
            partition.accept(Progress.made(feed.id(), article(1), mark(1)));
            partition.accept(Progress.pushed(feed.id(), SUBSCRIPTION));
            partition.accept(Progress.ended(state, List.of()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> partition.seen(feed.id()).size() == 1);
            member.group.publish(List.of());
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            member.feeds() == 0 && partition.seen(feed.id()).size() == 0);
        }
        List<ConsumerRecord<String, byte[]>> records =
                broker.records(topics.feedState().name());
        for (String key : List.of(feed.id(), StateRecords.seenKey(feed.id()), StateRecords.pushKey(feed.id()))) {
            assertThat(records)
                    .filteredOn(r -> key.equals(r.key()))
                    .last()
                    .satisfies(r -> assertThat(r.value()).isNull());
        }
    }

    private static OutletBoilerplate repeated() {
        OutletBoilerplate learned = OutletBoilerplate.EMPTY;
        for (int i = 0; i < 6; i++) {
            learned = learned.learn("The council of town number " + i + " met on Tuesday.\n\n" + TAIL);
        }
        return learned;
    }

    private static Mark mark(long key) {
        return new Mark(key, key, key, key, 0, 0, 0, 0, NOW.getEpochSecond(), 1, true);
    }

    private static Article article(int n) {
        return Article.named(String.format(Locale.ROOT, "%032x", n), NOW)
                .from(null, "f", OUTLET)
                .language("en")
                .says("Title", "", "Text")
                .extractedBy("feed")
                .build();
    }

    /** A member of the group that owns the only partition. */
    private static final class Member implements AutoCloseable, OwnedPartition.Events {
        private final FeedGroup group;
        private final List<String> unreadable = new CopyOnWriteArrayList<>();

        Member(Topics topics) {
            group = new FeedGroup(topics, broker.client(), InstantSource.system(), this);
            group.start();
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> group.held().stream().anyMatch(FeedGroup.Held::ready));
        }

        OwnedPartition partition() {
            return group.held().iterator().next().partition();
        }

        int feeds() {
            return group.held().iterator().next().feeds().size();
        }

        @Override
        public void close() {
            group.close();
        }

        @Override
        public void stored(OwnedPartition partition, OwnedPartition.Stored done) {}

        @Override
        public void failed(OwnedPartition partition, Exception cause) {}

        @Override
        public void unreadable(String source, Exception cause) {
            unreadable.add(source);
        }
    }
}
