package io.visitwatch.enrich.detect;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.VisitsRead;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document line to one prediction line.
 *
 * <p>In: {@code {id, title, summary, text, lang?, published?, url?, outletCountry?}}, {@code published} a day or an ISO time.
 * Out: {@code {id, alert, place, status, visitors: [{name, country}], visit_key, date, confidence, reasons, evidence}}. {@code
 * place} is the id of the watched place, the id of its country, or {@code other}. Thread-safe.
 */
public final class Detector {
    private static final Outlet UNKNOWN_OUTLET = new Outlet("", null, SourceClass.OTHER);

    private final Enricher enricher;

    /** A detector over an enricher. */
    public Detector(Enricher enricher) {
        this.enricher = Objects.requireNonNull(enricher, "enricher");
    }

    /**
     * The prediction for one line.
     *
     * @throws JsonProcessingException when the line is no JSON object
     * @throws IllegalArgumentException when it has no {@code id}
     */
    public String detect(String line) throws JsonProcessingException {
        return read(line).line();
    }

    /**
     * The prediction for one line, and the claims behind it.
     *
     * @throws JsonProcessingException when the line is no JSON object
     * @throws IllegalArgumentException when it has no {@code id}
     */
    public Detection read(String line) throws JsonProcessingException {
        JsonNode doc = Json.mapper().readTree(line);
        if (!doc.isObject()
                || !doc.path("id").isValueNode()
                || doc.path("id").asText().isEmpty()) {
            throw new IllegalArgumentException("a document is a JSON object with an \"id\"");
        }
        Article article = article(doc);
        VisitsRead read = enricher.visits(article);
        VisitReport told = told(read);
        return new Detection(prediction(article, read, told), read.reports(), told == null ? null : told.id());
    }

    /** The article a document stands for. Without a publication time it counts as first seen at the epoch. */
    public static Article article(JsonNode doc) {
        Instant published = instant(text(doc, "published"));
        String outletCountry = text(doc, "outletCountry");
        Outlet outlet = outletCountry.isEmpty() ? UNKNOWN_OUTLET : new Outlet("", outletCountry, SourceClass.OTHER);
        return Article.named(doc.path("id").asText(), published == null ? Instant.EPOCH : published)
                .from(emptyToNull(text(doc, "url")), null, outlet)
                .language(emptyToNull(text(doc, "lang")))
                .says(text(doc, "title"), text(doc, "summary"), text(doc, "text"))
                .published(published, published == null ? DateQuality.MISSING : DateQuality.DAY)
                .extractedBy("corpus")
                .build();
    }

    private static @Nullable VisitReport told(VisitsRead read) {
        return read.reports().stream()
                .filter(r -> r.place().level() != PlaceLevel.OTHER)
                .findFirst()
                .orElse(null);
    }

    /** Written field by field: most lines are plain news, and a tree of nodes for each would cost more than reading them. */
    private static String prediction(Article article, VisitsRead read, @Nullable VisitReport report) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = Json.mapper().getFactory().createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("id", article.id());
            out.writeBooleanField("alert", report != null);
            if (report != null) {
                describe(out, report, read);
            } else {
                out.writeNullField("place");
                out.writeNullField("status");
                array(out, "visitors", List.of());
                out.writeNullField("visit_key");
            }
            array(
                    out,
                    "reasons",
                    report != null
                            ? report.rules()
                            : read.rejections().stream().map(Detector::reason).toList());
            array(out, "evidence", evidence(read, report));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return line.toString();
    }

    private static List<String> evidence(VisitsRead read, @Nullable VisitReport report) {
        List<String> sentences = new ArrayList<>();
        if (report != null) {
            report.evidence().forEach(e -> sentences.add(e.sentence()));
        } else {
            for (NoVisit rejection : read.rejections()) {
                if (rejection.evidence() != null) {
                    sentences.add(rejection.evidence().sentence());
                }
            }
        }
        return sentences;
    }

    private static void array(JsonGenerator out, String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** What is told, with the visitors named in the other visits of the same article beside its own. */
    private static void describe(JsonGenerator out, VisitReport report, VisitsRead read) throws IOException {
        boolean there = report.place().level() == PlaceLevel.PLACE;
        out.writeStringField(
                "place", there ? report.place().watch() : report.place().id());
        out.writeStringField("status", report.status().coarse().name().toLowerCase(Locale.ROOT));
        Map<String, Visitor> all = new LinkedHashMap<>();
        report.visitors().forEach(v -> all.putIfAbsent(v.id(), v));
        read.reports().stream()
                .filter(r -> r.place().level() != PlaceLevel.OTHER)
                .flatMap(r -> r.visitors().stream())
                .filter(Visitor::named)
                .forEach(v -> all.putIfAbsent(v.id(), v));
        out.writeArrayFieldStart("visitors");
        for (Visitor visitor : all.values()) {
            out.writeStartObject();
            out.writeStringField("name", visitor.name());
            out.writeStringField("country", visitor.country());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("visit_key", report.visitKey());
        LocalDate start = report.dates().start();
        if (start == null) {
            out.writeNullField("date");
        } else {
            out.writeStringField("date", start.toString());
        }
        out.writeNumberField("confidence", Math.round(report.confidence() * 1000) / 1000.0);
    }

    private static String reason(NoVisit rejection) {
        return rejection.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + rejection.detail();
    }

    private static String text(JsonNode doc, String field) {
        JsonNode value = doc.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Instant instant(String published) {
        if (published.isEmpty()) {
            return null;
        }
        try {
            return published.length() <= 10
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
