package io.visitwatch.app.faults;

import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.Parts;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Knows which articles were published and, by the pure functions alone, which alerts they must give, byte for byte; says of what is
 * committed on the topics what was lost, told twice, wrong or late.
 */
final class AlertLedger {
    private final List<Article> articles;
    private final Map<String, Expected> alerts = new LinkedHashMap<>();

    /** One alert that must come, and the article that must bring it. */
    private record Expected(String json, String article) {}

    /**
     * What is on the topics.
     *
     * @param arrived when each article came, by id, in milliseconds
     * @param tagged ids of tagged articles, as often as they stand there
     * @param alerts alerts in order
     */
    record Observed(Map<String, Long> arrived, List<String> tagged, List<Told> alerts) {}

    /** One alert on its topic, and when it came. */
    record Told(String id, String json, long at) {}

    private AlertLedger(List<Article> articles) {
        this.articles = articles;
    }

    /** The ledger of these articles, read in this order. */
    static AlertLedger of(List<Article> articles, LoadedConfig config) {
        AlertLedger ledger = new AlertLedger(List.copyOf(articles));
        Enricher enricher = Enricher.create(Parts.enrichConfig(config));
        VisitBook book = new VisitBook(
                new VisitLedger(Parts.alertsConfig(config.config()).ledger()));
        for (Article article : articles) {
            for (VisitReport report : enricher.enrich(article).reports()) {
                for (Alert alert : book.apply(report).alerts()) {
                    ledger.alerts.put(alert.id(), new Expected(Json.write(alert), article.id()));
                }
            }
        }
        return ledger;
    }

    int articles() {
        return articles.size();
    }

    int alerts() {
        return alerts.size();
    }

    /** What is wrong; all empty when nothing is. */
    record Verdict(List<String> lost, List<String> twice, List<String> wrong, List<String> late, int told) {
        boolean sound() {
            return lost.isEmpty() && twice.isEmpty() && wrong.isEmpty() && late.isEmpty();
        }

        /** Whether nothing is missing; it may still be wrong. */
        boolean complete() {
            return lost.isEmpty();
        }

        @Override
        public String toString() {
            return "told " + told + ", lost " + lost.size() + ", twice " + twice.size() + ", wrong " + wrong.size()
                    + ", late " + late.size()
                    + (sound() ? "" : ": " + first(lost) + first(twice) + first(wrong) + first(late));
        }

        private static List<String> first(List<String> all) {
            return all.subList(0, Math.min(3, all.size()));
        }
    }

    /**
     * Holds what is committed against what must be.
     *
     * @param window longest time from an article's arrival on its topic to an alert it brings
     */
    Verdict judge(KafkaAccess access, Duration window) {
        Map<String, Long> arrived = new HashMap<>();
        read(access, access.topics().articles().name()).forEach(r -> arrived.putIfAbsent(r.key(), r.timestamp()));
        List<String> tagged = read(access, access.topics().taggedArticles().name()).stream()
                .map(ConsumerRecord::key)
                .toList();
        List<Told> told = read(access, access.topics().alerts().name()).stream()
                .map(r -> new Told(header(r), new String(r.value(), StandardCharsets.UTF_8), r.timestamp()))
                .toList();
        return judge(new Observed(arrived, tagged, told), window);
    }

    /** The same for what was observed. */
    Verdict judge(Observed observed, Duration window) {
        Verdict verdict = new Verdict(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                observed.alerts().size());
        Set<String> tagged = new HashSet<>();
        for (String id : observed.tagged()) {
            if (!tagged.add(id)) {
                verdict.twice().add("tagged " + id);
            }
        }
        articles.stream()
                .filter(a -> !tagged.contains(a.id()))
                .forEach(a -> verdict.lost().add("tagged " + a.id()));
        Set<String> seen = new HashSet<>();
        for (Told told : observed.alerts()) {
            Expected expected = alerts.get(told.id());
            if (!seen.add(told.id())) {
                verdict.twice().add("alert " + told.id());
            } else if (expected == null || !expected.json().equals(told.json())) {
                verdict.wrong().add((expected == null ? "unexpected " : "other bytes ") + told.json());
            } else if (told.at() - observed.arrived().getOrDefault(expected.article(), 0L) > window.toMillis()) {
                verdict.late().add("alert " + told.id());
            }
        }
        alerts.keySet().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> verdict.lost().add("alert " + id));
        return verdict;
    }

    /** What a faultless run would leave, each alert {@code after} its article. */
    Observed ideal(Duration after) {
        Map<String, Long> arrived = new HashMap<>();
        articles.forEach(a -> arrived.put(a.id(), 0L));
        return new Observed(
                arrived,
                articles.stream().map(Article::id).toList(),
                alerts.entrySet().stream()
                        .map(e -> new Told(e.getKey(), e.getValue().json(), after.toMillis()))
                        .toList());
    }

    /** Whether any article has been tagged yet. */
    boolean anyTagged(KafkaAccess access) {
        return !read(access, access.topics().taggedArticles().name()).isEmpty();
    }

    /** Ids of the alerts that tell of a new visit: no receiver is spared those. */
    List<String> visitsAnnounced() {
        return alerts.entrySet().stream()
                .filter(e -> e.getValue().json().contains("\"change\":\"NEW_VISIT\""))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> read(KafkaAccess access, String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(access, topic, Duration.ofSeconds(30))) {
            reader.readToEnd(found::add);
        }
        return found;
    }
}
