package io.visitwatch.enrich.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.enrich.Enriched;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Article;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.Json;
import io.visitwatch.model.wire.TraceParent;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads one article after the other; an article that cannot be read never stops its neighbours. */
final class ArticleProcessor implements Processor<String, byte[], String, Object> {
    private static final String NO_STATE = "und";

    private final Enricher enricher;
    private final ReadingMeters meters;
    private @Nullable ProcessorContext<String, Object> context;

    ArticleProcessor(Enricher enricher, ReadingMeters meters) {
        this.enricher = enricher;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> input) {
        ProcessorContext<String, Object> to = Objects.requireNonNull(context);
        if (input.value() == null) {
            bury(to, input, "article without a value");
            return;
        }
        Article article;
        Enriched read;
        try {
            article = Json.mapper().readValue(input.value(), Article.class);
            long start = System.nanoTime();
            read = enricher.enrich(article);
            meters.read(read, System.nanoTime() - start);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a value that breaks a rule, or an article that trips a bug of ours: kept, named, passed by
            bury(to, input, words(e));
            return;
        }
        send(to, input, article, read);
    }

    private void bury(ProcessorContext<String, Object> to, Record<String, byte[]> input, String cause) {
        meters.unreadable();
        to.forward(DeadLetters.of(to, input, cause), EnrichTopology.DEAD_SINK);
    }

    private void send(
            ProcessorContext<String, Object> to, Record<String, byte[]> input, Article article, Enriched read) {
        String version = article.id() + "-" + article.revision();
        Instant at = article.eventTime();
        to.forward(
                record(input, article.id(), read.tagged(), "tagged-article", version, at), EnrichTopology.TAGGED_SINK);
        for (VisitReport report : read.reports()) {
            String state =
                    report.head().country().isEmpty() ? NO_STATE : report.head().country();
            to.forward(record(input, state, report, "visit-report", report.id(), at), EnrichTopology.REPORTS_SINK);
        }
        if (article.revision() > 0) { // after the reports: it withdraws what this revision claims no more
            ArticleReading reading = ArticleReading.of(article, read.reports(), enricher.dataVersion());
            to.forward(
                    record(input, article.id(), reading, "article-reading", version, reading.at()),
                    EnrichTopology.REPORTS_SINK);
        }
    }

    private static Record<String, Object> record(
            Record<String, byte[]> input, String key, Object value, String type, String id, Instant at) {
        RecordHeaders headers = new RecordHeaders();
        TraceParent.follow(input.headers(), headers);
        CloudEventHeaders.put(headers, type, id, "enrich", key, at);
        return new Record<>(key, value, input.timestamp(), headers);
    }

    private static String words(Throwable e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        String line = message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return "cannot be read: " + line;
    }
}
