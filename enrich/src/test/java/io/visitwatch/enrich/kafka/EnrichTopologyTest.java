package io.visitwatch.enrich.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
    private static final Topics TOPICS = Topics.standard();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties());

    private org.apache.kafka.streams.Topology topology() {
        return new EnrichTopology(TOPICS, Enricher.create(EnrichConfig.standard()), meters).get();
    }

    @BeforeEach
    void open() {
        driver.close();
        driver = new TopologyTestDriver(topology(), new Properties());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void letsGoodArticlesPassBadOnes() {
        send("a", bytes(article("a", 0)));
        send("b", "no JSON".getBytes(StandardCharsets.UTF_8));
        send("c", new byte[] {(byte) 0xff, 0x01});
        send("d", "{\"id\":\"d\"}".getBytes(StandardCharsets.UTF_8)); // no outlet
        send("e", null);
        send("f", bytes(article("f", 0)));
        assertThat(output(TOPICS.taggedArticles().name()).readKeyValuesToList().stream()
                        .map(kv -> kv.key))
                .containsExactly("a", "f");
        var letters = output(TOPICS.deadLetters().name()).readKeyValuesToList();
        assertThat(letters.stream().map(kv -> kv.key)).containsExactly("b", "c", "d", "e");
        assertThat(letters.get(0).value)
                .contains("\"stage\":\"enrich\"")
                .contains(TOPICS.articles().name() + "-0@1")
                .contains("no JSON");
        assertThat(letters.get(1).value).contains("base64:");
        assertThat(letters.get(2).value).contains("outlet");
    }

    @Test
    void letsNineThousandPassAThousandPoisonPills() {
        Random random = new Random(20261122);
        byte[] sound = Json.write(Article.named("p", AT)
                        .says("Weather", "", "It rained.")
                        .published(AT)
                        .build())
                .getBytes(StandardCharsets.UTF_8);
        TestInputTopic<String, byte[]> input = input();
        int bad = 0;
        for (int i = 0; i < 10_000; i++) {
            if (i % 10 == 7) {
                input.pipeInput("bad" + i, Arrays.copyOf(sound, random.nextInt(sound.length)));
                bad++;
            } else {
                input.pipeInput("good" + i, sound);
            }
        }
        assertThat(output(TOPICS.taggedArticles().name()).readKeyValuesToList()).hasSize(10_000 - bad);
        assertThat(output(TOPICS.deadLetters().name()).readKeyValuesToList())
                .hasSize(bad)
                .allSatisfy(letter -> assertThat(letter.key).startsWith("bad"));
    }

    @Test
    void saysWhatARevisionStillClaimsAfterItsReports() {
        send("a", bytes(article("a", 0)));
        var output = output(TOPICS.visitReports().name());
        long first = output.readRecordsToList().stream()
                .filter(r -> type(r.headers()).equals(Topics.READING_TYPE))
                .count();
        send("a", bytes(article("a", 1)));
        var second = output.readRecordsToList();
        assertThat(first).isZero();
        assertThat(second).isNotEmpty();
        assertThat(type(second.get(second.size() - 1).headers())).isEqualTo(Topics.READING_TYPE);
    }

    @Test
    void carriesCloudEventsAndTheTrace() {
        var record = new org.apache.kafka.streams.test.TestRecord<>("a", bytes(article("a", 2)));
        record.headers().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));
        input().pipeInput(record);
        Headers headers = output(TOPICS.taggedArticles().name()).readRecord().headers();
        assertThat(type(headers)).isEqualTo("io.visitwatch.tagged-article.v1");
        assertThat(header(headers, "ce_id")).isEqualTo("a-2");
        assertThat(header(headers, "ce_time")).isEqualTo(AT.toString());
        assertThat(header(headers, "traceparent")).isEqualTo(TRACE);
    }

    @Test
    void countsReportsReasonsAndLetters() {
        send("a", bytes(article("a", 0)));
        send("b", "no JSON".getBytes(StandardCharsets.UTF_8));
        Article plain = article("c", 0);
        send(
                "c",
                Json.write(plain)
                        .replace("Baghdad", "Paris")
                        .replace("Iraqi", "French")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(meters.get("visitwatch.enrich.reports").counter().count()).isEqualTo(1);
        assertThat(meters.get("visitwatch.enrich.dead.letters").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("visitwatch.enrich.read").timer().count()).isEqualTo(2);
        assertThat(meters.get("visitwatch.enrich.no.visit").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void namesEveryNode() {
        assertThat(topology().describe().toString())
                .contains("Source: articles", "read-articles", "tagged-articles-sink", "visit-reports-sink")
                .doesNotContain("KSTREAM")
                .contains("stores: []");
    }

    private void send(String key, byte @Nullable [] value) {
        input().pipeInput(key, value);
    }

    @SuppressWarnings("NullAway") // Kafka's interface is not annotated: null is a tombstone there
    private TestInputTopic<String, byte[]> input() {
        return driver.createInputTopic(TOPICS.articles().name(), new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, String> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer());
    }

    private static byte[] bytes(Article article) {
        return Json.write(article).getBytes(StandardCharsets.UTF_8);
    }

    private static String type(Headers headers) {
        return header(headers, "ce_type");
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Article article(String id, int revision) {
        return Article.named(id, AT)
                .revision(revision)
                .from("https://news.example/" + id, "feed", new Outlet("Example News", "GB", SourceClass.OTHER))
                .language("en")
                .says(
                        "Turkish foreign minister arrives in Baghdad",
                        "",
                        "The Turkish foreign minister arrived in Baghdad on Sunday for talks with Iraqi officials.")
                .published(AT)
                .extractedBy("test")
                .build();
    }
}
