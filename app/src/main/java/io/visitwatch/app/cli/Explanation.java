package io.visitwatch.app.cli;

import io.visitwatch.alerts.render.Plain;
import io.visitwatch.enrich.Enriched;
import io.visitwatch.model.Article;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.ScorePart;
import io.visitwatch.model.VisitReport;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What one article gave, in words. */
final class Explanation {
    private final Talk talk;
    private final StringBuilder text = new StringBuilder();

    Explanation(Talk talk) {
        this.talk = talk;
    }

    String of(Enriched read, String dataVersion) {
        Article article = read.tagged().article();
        head("article");
        line("title", Plain.line(article.title()));
        line("url", String.valueOf(article.url()));
        line("published", article.published() + " (" + article.dateQuality() + ")");
        line("text", article.text().length() + " characters, taken from " + article.extractedBy());
        line("flags", String.join(", ", article.flags()));
        head("tags");
        line("language", read.tagged().language());
        read.tagged()
                .keywords()
                .forEach(k -> line("keyword", k.name() + " × " + k.spans().size()));
        read.tagged()
                .mentions()
                .forEach(m -> line(
                        m.type().name().toLowerCase(Locale.ROOT),
                        Plain.line(m.surface()) + "  " + String.join(" ", m.entityIds())));
        read.reports().forEach(this::report);
        read.rejections().forEach(this::rejection);
        head("verdict");
        boolean alerts = read.reports().stream().anyMatch(r -> r.place().level() != PlaceLevel.OTHER);
        line(alerts ? "alert" : "no alert", "data version " + dataVersion);
        return text.toString();
    }

    private void report(VisitReport report) {
        head("report");
        report.visitors()
                .forEach(v -> line(
                        "visitor",
                        Plain.line(v.named() ? v.name() : "unnamed") + " (" + v.country() + ", "
                                + Objects.requireNonNullElse(v.officeKind(), "office unknown") + ", " + v.id() + ")"));
        line(
                "place",
                report.place().id() + " (" + report.place().level() + " of "
                        + report.place().watch() + ")");
        line(
                "when",
                report.dates().start() + " to " + report.dates().end() + " ("
                        + report.dates().precision() + ")");
        line("status", report.status().name());
        report.hosts().forEach(h -> line("host", Plain.line(h.name()) + " " + h.id()));
        report.evidence().forEach(this::evidence);
        line("rules", String.join(", ", report.rules()));
        line(
                "confidence",
                String.format(Locale.ROOT, "%.3f = ", report.confidence())
                        + report.scoreParts().stream().map(Explanation::part).collect(Collectors.joining(" ")));
    }

    private void rejection(NoVisit rejection) {
        head("no visit");
        line("reason", rejection.reason().name().toLowerCase(Locale.ROOT) + ": " + rejection.detail());
        if (rejection.evidence() != null) {
            evidence(rejection.evidence());
        }
    }

    private void evidence(Evidence evidence) {
        line(
                "evidence",
                "“" + Plain.line(evidence.sentence()) + "” (" + evidence.section() + " "
                        + evidence.span().start() + "-" + evidence.span().end() + ")");
    }

    private static String part(ScorePart part) {
        return String.format(Locale.ROOT, "%s%+.2f", part.feature(), part.weight());
    }

    private void head(String name) {
        text.append(talk.paint("1", name)).append(System.lineSeparator());
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %-11s %s%n", name, value));
        }
    }
}
