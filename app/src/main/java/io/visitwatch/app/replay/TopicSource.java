package io.visitwatch.app.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.EventTimeHeader;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The articles topic of a running installation, read as any subscriber would, without a group. What comes in while the replay runs is
 * left out: the offsets are taken once and kept with the replay, so that a resumed one reads the same articles.
 */
public final class TopicSource implements ReplaySource {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaAccess access;
    private final ArticleRange range;
    private final Span span;

    private TopicSource(KafkaAccess access, ArticleRange range, Span span) {
        this.access = access;
        this.range = range;
        this.span = span;
    }

    /**
     * The topic as it is now, or as it was when an interrupted replay began.
     *
     * @param kept where the offsets are kept
     * @throws io.visitwatch.broker.BrokerException when the cluster does not answer or has no such topic
     */
    public static TopicSource of(KafkaAccess access, ArticleRange range, Path kept) throws IOException {
        String topic = access.topics().articles().name();
        Span begun = Files.exists(kept) ? Json.mapper().readValue(kept.toFile(), Span.class) : null;
        if (begun != null
                && begun.wanted().equals(range.toString())
                && begun.topic().equals(topic)) {
            return new TopicSource(access, range, begun);
        }
        try (TopicReader reader = TopicReader.open(access, topic, PATIENCE)) {
            Map<Integer, Long> ends = reader.ends();
            Map<Integer, Long> starts = range.starts(reader.beginnings(), ends);
            Span span = new Span(topic, range.toString(), starts, range.stops(starts, ends));
            Path parent = kept.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(kept, Json.write(span));
            return new TopicSource(access, range, span);
        }
    }

    /**
     * What is read.
     *
     * @param wanted the range asked for
     * @param starts first offsets, by partition
     * @param stops offsets after the last, by partition
     */
    record Span(String topic, String wanted, Map<Integer, Long> starts, Map<Integer, Long> stops) {
        Span {
            starts = new TreeMap<>(starts);
            stops = new TreeMap<>(stops);
        }

        long length() {
            return stops.values().stream().mapToLong(n -> n).sum()
                    - starts.values().stream().mapToLong(n -> n).sum();
        }
    }

    @Override
    public String identity() {
        return "topic:" + span;
    }

    @Override
    public Items open() {
        return new Records(TopicReader.openPast(access, span.topic(), PATIENCE));
    }

    private List<Article> read(byte[] value, @Nullable Instant stated) throws ReplayItem.UnreadableException {
        try {
            if (range.timed() && !range.holds(stated == null ? eventTime(value) : stated)) {
                return List.of();
            }
            Article article = Json.mapper().readValue(value, Article.class);
            return range.holds(article.eventTime()) ? List.of(article) : List.of();
        } catch (IOException e) {
            String cause = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ReplayItem.UnreadableException("no article: " + cause);
        }
    }

    /** As {@link Article#eventTime}, without the rest: most of a long archive is left out by its time alone. */
    private static Instant eventTime(byte[] value) throws IOException {
        Instant seen = null;
        try (JsonParser json = Json.mapper().getFactory().createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                boolean text = json.nextToken() == JsonToken.VALUE_STRING;
                if (text && field.equals("published")) {
                    return Instant.parse(json.getText());
                } else if (text && field.equals("firstSeen")) {
                    seen = Instant.parse(json.getText());
                } else {
                    json.skipChildren(); // long texts are passed over, not decoded
                }
            }
        } catch (DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (seen == null) {
            throw new IOException("firstSeen");
        }
        return seen;
    }

    private final class Records implements Items {
        private final TopicReader reader;
        private final Iterator<ConsumerRecord<String, byte[]>> entries;
        private long done;

        Records(TopicReader reader) {
            this.reader = reader;
            this.entries = reader.between(span.starts(), span.stops());
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public ReplayItem next() {
            ConsumerRecord<String, byte[]> entry = entries.next();
            done++;
            String place = entry.topic() + "-" + entry.partition() + "@" + entry.offset();
            byte[] value = entry.value();
            return value == null
                    ? ReplayItem.bad(place, "record without a value")
                    : new ReplayItem(place, () -> read(value, EventTimeHeader.of(entry.headers())));
        }

        @Override
        public double share() {
            return span.length() == 0 ? 1 : Math.min(1, (double) done / span.length());
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
