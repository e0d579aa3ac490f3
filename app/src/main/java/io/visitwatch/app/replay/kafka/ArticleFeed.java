package io.visitwatch.app.replay.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.app.replay.DeadLetterFile;
import io.visitwatch.app.replay.ItemArticles;
import io.visitwatch.app.replay.ReplayItem;
import io.visitwatch.app.replay.ReplaySource;
import io.visitwatch.app.replay.ReplayTally;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.work.OrderedWork;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes the articles of archives to the articles topic of a replay. */
final class ArticleFeed {
    /** Header of every article: digest of the rules that everybody who shares the replay must have. */
    static final String RULES_HEADER = "visitwatch-rules";

    private static final int MOST_BYTES = 7_500_000;

    private final String topic;
    private final byte[] rules;
    private final ScopeProducer producer;

    ArticleFeed(KafkaAccess access, String rulesDigest, ScopeProducer producer) {
        this.topic = access.topics().articles().name();
        this.rules = rulesDigest.getBytes(StandardCharsets.UTF_8);
        this.producer = producer;
    }

    /**
     * Writes all articles of one source.
     *
     * @param share is told after each item how much of the source is read
     */
    void write(ReplaySource source, OrderedWork pool, ReplayTally tally, DeadLetterFile dead, DoubleConsumer share)
            throws IOException {
        try (ReplaySource.Items items = source.open()) {
            pool.run(items, this::records, outgoing -> {
                tally.item(outgoing.dead() == null);
                if (outgoing.dead() != null) {
                    dead.add(outgoing.dead());
                }
                outgoing.articles().forEach(tally::article);
                outgoing.records().forEach(producer::send);
                share.accept(items.share());
            });
        }
    }

    private record Outgoing(
            List<Article> articles,
            List<ProducerRecord<String, byte[]>> records,
            @Nullable DeadLetter dead) {}

    private Outgoing records(ReplayItem item) {
        ItemArticles read = ItemArticles.of(item);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        try {
            for (Article article : read.articles()) {
                byte[] value = Json.mapper().writeValueAsBytes(article);
                if (value.length > MOST_BYTES) {
                    String cause = "the article has " + value.length + " bytes: too large for a topic";
                    return new Outgoing(List.of(), List.of(), ItemArticles.dead(item, cause));
                }
                records.add(outgoing(article, value));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every article can be written as JSON", e);
        }
        return new Outgoing(read.articles(), records, read.dead());
    }

    private ProducerRecord<String, byte[]> outgoing(Article article, byte[] value) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, article.id(), value);
        CloudEventHeaders.put(
                outgoing.headers(),
                "article",
                article.id() + "-" + article.revision(),
                "replay",
                article.id(),
                article.eventTime());
        outgoing.headers().add(RULES_HEADER, rules);
        return outgoing;
    }
}
