package io.visitwatch.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.alerts.visit.LedgerConfig;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.alerts.visit.VisitLedger;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ledger of a test: everything committed on the topics, as a second client reads it. */
public final class Harvest {
    private final Map<String, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
    private final KafkaAccess access;

    private Harvest(KafkaAccess access) {
        this.access = access;
    }

    public static Harvest of(KafkaAccess access) {
        Harvest harvest = new Harvest(access);
        for (var topic : access.topics().all()) {
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            try (TopicReader reader = TopicReader.open(access, topic.name(), Duration.ofSeconds(30))) {
                reader.readToEnd(found::add);
            }
            harvest.records.put(topic.name(), found);
        }
        return harvest;
    }

    public List<String> articleIds() {
        return read(access.topics().articles().name()).stream()
                .map(r -> parse(r, Article.class))
                .map(a -> a.id() + "/" + a.revision())
                .toList();
    }

    public List<String> taggedIds() {
        return read(access.topics().taggedArticles().name()).stream()
                .map(r -> parse(r, io.visitwatch.model.TaggedArticle.class))
                .map(t -> t.article().id() + "/" + t.article().revision())
                .toList();
    }

    public List<String> reportIds() {
        return reports().stream().map(VisitReport::id).toList();
    }

    /** What the pure code reads in the committed articles: the reports that must be on the topic. */
    public List<String> recomputedReportIds(Enricher enricher) {
        return read(access.topics().articles().name()).stream()
                .map(r -> parse(r, Article.class))
                .flatMap(article -> enricher.enrich(article).reports().stream())
                .map(VisitReport::id)
                .toList();
    }

    private List<VisitReport> reports() {
        return read(access.topics().visitReports().name()).stream()
                .map(r -> parse(r, VisitReport.class))
                .toList();
    }

    public List<String> alertIds() {
        return alerts().stream().map(Alert::id).sorted().toList();
    }

    public List<Alert> alerts() {
        return read(access.topics().alerts().name()).stream()
                .map(r -> parse(r, Alert.class))
                .toList();
    }

    /** What the pure ledger makes of the committed reports: the alerts that must be on the topic, no more and no fewer. */
    public List<String> recomputedAlertIds() {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        List<String> ids = new ArrayList<>();
        for (VisitReport report : reports()) {
            book.apply(report).alerts().forEach(a -> ids.add(a.id()));
        }
        return ids.stream().sorted().toList();
    }

    public List<Visit> visits() {
        Map<String, Visit> latest = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record :
                read(access.topics().visits().name())) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), parse(record, Visit.class));
            }
        }
        return List.copyOf(latest.values());
    }

    public List<String> deadLetters() {
        return read(access.topics().deadLetters().name()).stream()
                .map(r -> new String(r.value(), StandardCharsets.UTF_8))
                .toList();
    }

    public List<Map<String, String>> alertHeaders() {
        return read(access.topics().alerts().name()).stream()
                .map(r -> {
                    Map<String, String> headers = new TreeMap<>();
                    r.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
                    return headers;
                })
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        return records.getOrDefault(topic, List.of());
    }

    private static <T> T parse(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return Json.read(new String(record.value(), StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no " + type.getSimpleName() + " at offset " + record.offset(), e);
        }
    }
}
