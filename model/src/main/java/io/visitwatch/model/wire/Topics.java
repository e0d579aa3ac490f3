package io.visitwatch.model.wire;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.TaggedArticle;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of one installation: {@code <prefix>.<name>.v1}.
 *
 * <p>Every topic stamps records with the broker's append time. Publication times live in the values: retention counts from the
 * record's stamp, so an article of 2004 written with its own time would be gone at the next retention check, and one dated
 * beyond the next hour would be refused.
 */
public final class Topics {
    /** The prefix used when the configuration sets none. */
    public static final String DEFAULT_PREFIX = "visitwatch";

    /** Header {@code ce_type} of an {@link io.visitwatch.model.ArticleReading} on the visit reports. */
    public static final String READING_TYPE = "io.visitwatch.article-reading.v1";

    private static final String FOREVER = "-1";
    private static final String SEGMENT = Integer.toString(16 << 20);

    private final String prefix;
    private final String articlesKept;

    /** Topics under {@code prefix}, articles kept forever. */
    public Topics(String prefix) {
        this(prefix, FOREVER);
    }

    private Topics(String prefix, String articlesKept) {
        this.prefix = prefix;
        this.articlesKept = articlesKept;
    }

    /** The same topics, articles kept for {@code days} days after they were stored. */
    public Topics keepingArticles(int days) {
        return new Topics(prefix, days(days));
    }

    /** Topics under the default prefix. */
    public static Topics standard() {
        return new Topics(DEFAULT_PREFIX);
    }

    /** The prefix of all names. */
    public String prefix() {
        return prefix;
    }

    /** Full name of the topic called {@code name} in the contract. */
    public String name(String name) {
        return prefix + "." + name + ".v1";
    }

    /** The subscription list, by feed id. The value is JSON of ingest's own. */
    public Topic<String, byte[]> feeds() {
        return compacted("feeds", Serdes.ByteArray());
    }

    /** Validators, seen entries, schedule and health, by feed id. The value is JSON of ingest's own. */
    public Topic<String, byte[]> feedState() {
        return compacted("feed-state", Serdes.ByteArray());
    }

    /** Every article and revision, by article id: the archive replay starts from. */
    public Topic<String, Article> articles() {
        return kept("articles", JsonSerde.of(Article.class), articlesKept);
    }

    /** Articles with tags, by article id. */
    public Topic<String, TaggedArticle> taggedArticles() {
        return kept("tagged-articles", JsonSerde.of(TaggedArticle.class), days(30));
    }

    /**
     * What each article claims, by the state or organisation of the head visitor. One partition: a summit joins visitors of many
     * states, so all reports must meet in one ledger; there are a few thousand a day at most. Beside the reports, marked by the
     * CloudEvents type {@value #READING_TYPE}, it carries {@link io.visitwatch.model.ArticleReading}s.
     */
    public Topic<String, VisitReport> visitReports() {
        return single(kept("visit-reports", JsonSerde.of(VisitReport.class), days(90)));
    }

    /** Explicit passing of time for the ledger, key {@code clock}: the only clock the alerts know besides event time. */
    public Topic<String, ClockTick> clock() {
        return single(kept("clock", JsonSerde.of(ClockTick.class), days(7)));
    }

    /** Current state of every visit, by visit id. */
    public Topic<String, Visit> visits() {
        return compacted("visits", JsonSerde.of(Visit.class));
    }

    /** Each change once, by visit id: the thing people subscribe to. */
    public Topic<String, Alert> alerts() {
        return kept("alerts", JsonSerde.of(Alert.class), days(365));
    }

    /** Analyst verdicts, by visit id, in one partition like the reports they judge. The value is JSON of alerts' own. */
    public Topic<String, byte[]> commands() {
        return single(kept("commands", Serdes.ByteArray(), FOREVER));
    }

    /** Daily statement of what was read and what was not, by watch and day. The value is JSON of alerts' own. */
    public Topic<String, byte[]> coverage() {
        return compacted("coverage", Serdes.ByteArray());
    }

    /** What could not be read, by source key. */
    public Topic<String, DeadLetter> deadLetters() {
        return kept("dead-letters", JsonSerde.of(DeadLetter.class), FOREVER);
    }

    /** Outbox and delivery log, by receiver and alert. The value is JSON of alerts' own. */
    public Topic<String, byte[]> notifications() {
        return compacted("notifications", Serdes.ByteArray());
    }

    /** All topics, in the order an article meets them. */
    public List<Topic<String, ?>> all() {
        return List.of(
                feeds(),
                feedState(),
                articles(),
                taggedArticles(),
                visitReports(),
                clock(),
                visits(),
                alerts(),
                commands(),
                coverage(),
                deadLetters(),
                notifications());
    }

    /** Only closed segments are compacted, and a start reads the open one whole: it must not grow to a gigabyte. */
    private <V> Topic<String, V> compacted(String name, Serde<V> values) {
        return topic(name, values, Map.of("cleanup.policy", "compact", "segment.bytes", SEGMENT));
    }

    private <V> Topic<String, V> kept(String name, Serde<V> values, String retentionMs) {
        return topic(name, values, Map.of("cleanup.policy", "delete", "retention.ms", retentionMs));
    }

    private static <V> Topic<String, V> single(Topic<String, V> topic) {
        return new Topic<>(topic.name(), topic.keys(), topic.values(), false, topic.config());
    }

    private <V> Topic<String, V> topic(String name, Serde<V> values, Map<String, String> own) {
        Map<String, String> config = new TreeMap<>(own);
        config.put("message.timestamp.type", "LogAppendTime");
        config.put("max.message.bytes", "8388608");
        return new Topic<>(name(name), Serdes.String(), values, true, config);
    }

    private static String days(int days) {
        return Long.toString(days * 86_400_000L);
    }
}
