package io.visitwatch.app.web;

import io.visitwatch.alerts.route.Routing;
import io.visitwatch.enrich.Enriched;
import io.visitwatch.model.Article;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Mention;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an article would or would not alert. */
final class RulesPage {
    private static final int LONGEST_TEXT = 20_000;

    private RulesPage() {}

    /**
     * The question.
     *
     * @param url address asked for; empty when none
     * @param text text pasted; empty when none
     * @param published day of publication; empty for today
     * @param country home of the outlet; empty when not said
     */
    record Question(String url, String text, String published, String country) {
        static final Question NONE = new Question("", "", "", "");
    }

    static Html content(Frame frame, Question question, Explainer.@Nullable Answer answer, Routing routing) {
        Html html = new Html().tag("h1", frame.say("rules.title")).tag("p", frame.say("rules.what"));
        form(frame, html, question);
        if (answer instanceof Explainer.Answer.NotReady) {
            html.tag("p", frame.say("rules.not-ready"), "class", "warn");
        } else if (answer instanceof Explainer.Answer.Unreachable unreachable) {
            html.tag("p", frame.say("rules.unreachable", unreachable.why()), "class", "warn");
        } else if (answer instanceof Explainer.Answer.Read read) {
            verdict(frame, html, read, routing);
        }
        return html;
    }

    private static void form(Frame frame, Html html, Question question) {
        html.open("form", "method", "post", "action", frame.href("/rules"));
        html.open("label", "class", "wide").text(frame.say("rules.url")).space();
        html.open("input", "type", "url", "name", "url", "value", question.url(), "class", "wide", "dir", "ltr")
                .close("label");
        html.open("label", "class", "wide").text(frame.say("rules.text"));
        html.open("textarea", "name", "text", "dir", "auto")
                .lines(question.text())
                .close("textarea")
                .close("label");
        html.open("label").text(frame.say("rules.published")).space();
        html.open("input", "type", "date", "name", "published", "value", question.published())
                .close("label");
        html.open("label").text(frame.say("rules.outlet-country")).space();
        html.open("input", "name", "country", "maxlength", "2", "size", "3", "value", question.country())
                .close("label");
        html.tag("button", frame.say("rules.do")).close("form");
    }

    private static void verdict(Frame frame, Html html, Explainer.Answer.Read read, Routing routing) {
        Enriched enriched = read.enriched();
        boolean alerts = enriched.reports().stream().anyMatch(r -> r.place().level() != PlaceLevel.OTHER);
        html.open("section", "aria-labelledby", "verdict").tag("h2", frame.say("rules.verdict"), "id", "verdict");
        html.tag("p", frame.say(alerts ? "rules.alert" : "rules.no-alert"), "class", "warn", "id", "answer")
                .close("section");
        if (!enriched.reports().isEmpty()) {
            html.tag("h2", frame.say("rules.reasons-for"));
            enriched.reports().forEach(report -> report(frame, html, report));
        }
        if (!enriched.rejections().isEmpty()) {
            html.tag("h2", frame.say("rules.reasons-against"));
            enriched.rejections()
                    .forEach(no -> rejection(html, no, enriched.tagged().language()));
        }
        html.tag("h2", frame.say("rules.receivers"));
        told(frame, html, enriched.reports(), routing);
        mentions(frame, html, enriched.tagged().mentions());
        article(frame, html, enriched, read.dataVersion());
    }

    private static void told(Frame frame, Html html, List<VisitReport> reports, Routing routing) {
        if (routing.receivers().isEmpty()) {
            html.tag("p", frame.say("rules.receivers.none"));
            return;
        }
        List<Routing.Decision> decisions = WouldTell.of(reports, routing, frame.now());
        if (decisions.isEmpty()) {
            html.tag("p", frame.say("rules.receivers.nobody"));
            return;
        }
        html.tag("p", frame.say("rules.receivers.first"), "class", "quiet").open("ul", "class", "told");
        for (Routing.Decision decision : decisions) {
            String verdict = decision.verdict().tells() ? "yes" : "no";
            html.open("li")
                    .open("b")
                    .bdi(decision.target().receiver())
                    .close("b")
                    .space();
            html.tag(
                            "span",
                            frame.say(verdict),
                            "class",
                            "chip " + (decision.verdict().tells() ? "ok" : "denied"))
                    .space();
            html.open("span", "class", "quiet", "lang", "en", "dir", "ltr")
                    .bdi(decision.why())
                    .close("span")
                    .close("li");
        }
        html.close("ul");
    }

    private static void report(Frame frame, Html html, VisitReport report) {
        html.open("div", "class", "visit");
        for (Visitor visitor : report.visitors()) {
            html.open("p");
            VisitCard.flag(html, visitor.country());
            html.bdi(frame.name(visitor)).dot();
            VisitCard.role(frame, html, visitor);
            html.close("p");
        }
        html.open("p")
                .tag(
                        "span",
                        frame.status(report.status()),
                        "class",
                        "chip " + report.status().name().toLowerCase(Locale.ROOT))
                .space();
        html.bdi(VisitCard.place(frame, report.place()))
                .dot()
                .text(frame.days(report.dates()))
                .dot();
        html.add(VisitCard.confidence(frame, report.confidence())).close("p");
        report.evidence().forEach(e -> html.quote(e.sentence(), report.language()));
        html.tag("p", frame.say("rules.fired", String.join(", ", report.rules())), "class", "quiet");
        String parts = report.scoreParts().stream()
                .map(p -> String.format(Locale.ROOT, "%s %+.2f", p.feature(), p.weight()))
                .collect(Collectors.joining(", "));
        html.tag("p", parts, "class", "quiet", "lang", "en", "dir", "ltr").close("div");
    }

    private static void rejection(Html html, NoVisit rejection, String language) {
        html.open("div", "class", "visit").open("p", "lang", "en", "dir", "ltr");
        html.tag("b", rejection.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .text(":")
                .space();
        html.bdi(rejection.detail()).close("p");
        Evidence evidence = rejection.evidence();
        if (evidence != null) {
            html.quote(evidence.sentence(), language);
        }
        html.close("div");
    }

    private static void mentions(Frame frame, Html html, List<Mention> mentions) {
        Map<String, TreeSet<String>> byKind = new TreeMap<>();
        mentions.forEach(m -> byKind.computeIfAbsent(m.type().name().toLowerCase(Locale.ROOT), k -> new TreeSet<>())
                .add(m.surface()
                        + (m.entityIds().isEmpty() ? "" : " → " + m.entityIds().get(0))));
        if (byKind.isEmpty()) {
            return;
        }
        html.tag("h2", frame.say("rules.mentions")).open("dl", "class", "mentions");
        byKind.forEach((kind, names) -> {
            html.open("dt").tag("span", kind, "lang", "en").close("dt");
            names.forEach(name -> html.open("dd").bdi(name).close("dd"));
        });
        html.close("dl");
    }

    private static void article(Frame frame, Html html, Enriched enriched, String dataVersion) {
        Article article = enriched.tagged().article();
        String language = enriched.tagged().language();
        html.tag("h2", frame.say("rules.article"));
        html.tag("p", frame.say("rules.by", article.extractedBy(), language, dataVersion), "class", "quiet");
        html.open("div", "class", "extract", "lang", language, "dir", Messages.direction(language))
                .tag("h3", article.title());
        String text = article.text().length() > LONGEST_TEXT
                ? article.text().substring(0, LONGEST_TEXT) + "…"
                : article.text();
        text.lines().filter(line -> !line.isBlank()).forEach(paragraph -> html.tag("p", paragraph));
        html.close("div");
    }
}
