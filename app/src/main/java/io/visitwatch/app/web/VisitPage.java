package io.visitwatch.app.web;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One visit with everything that is known of it and why. */
final class VisitPage {
    private VisitPage() {}

    /**
     * The page of one visit.
     *
     * @param alerts alerts of this visit, oldest first
     * @param tokenNeeded whether commands want a token
     */
    static Html content(Frame frame, Visit visit, List<Alert> alerts, boolean tokenNeeded) {
        Html html = new Html();
        html.open("article", "class", "detail");
        title(frame, html, visit);
        notices(frame, html, visit);
        lifeCycle(frame, html, visit);
        contradictions(frame, html, visit);
        reports(frame, html, visit);
        usual(frame, html, alerts);
        changes(frame, html, alerts);
        html.close("article");
        CommandForms.write(frame, html, visit, tokenNeeded);
        return html;
    }

    private static void title(Frame frame, Html html, Visit visit) {
        Visitor head = visit.head();
        html.open("h1");
        VisitCard.flag(html, head.country());
        html.bdi(frame.name(head)).close("h1");
        html.open("p").add(VisitCard.status(frame, visit)).close("p");
        html.open("ul", "class", "people");
        for (Visitor visitor : visit.visitors()) {
            html.open("li").bdi(frame.name(visitor)).dot();
            VisitCard.role(frame, html, visitor);
            html.close("li");
        }
        html.close("ul").open("dl", "class", "facts");
        html.fact(frame.say("when"), new Html().text(frame.days(visit.dates())));
        html.fact(frame.say("where"), new Html().bdi(VisitCard.place(frame, visit.place())));
        if (visit.purpose() != null) {
            html.fact(frame.say("purpose"), new Html().bdi(visit.purpose()));
        }
        if (!visit.hosts().isEmpty()) {
            html.fact(frame.say("hosts"), hosts(frame, visit));
        }
        html.fact(frame.say("confidence"), VisitCard.confidence(frame, visit.confidence()));
        html.fact(frame.say("sources"), VisitCard.sources(frame, visit));
        html.fact(frame.say("since"), frame.time(visit.openedAt()));
        html.fact(frame.say("updated"), frame.time(visit.updatedAt()));
        html.close("dl");
    }

    private static Html hosts(Frame frame, Visit visit) {
        Html html = new Html().open("ul", "class", "inline");
        for (Host host : visit.hosts()) {
            String kind = host.officeKind();
            html.open("li").bdi(host.name().isEmpty() && kind != null ? frame.office(kind) : host.name());
            html.close("li");
        }
        return html.close("ul");
    }

    private static void notices(Frame frame, Html html, Visit visit) {
        if (visit.mergedInto() != null) {
            html.open("p", "class", "warn").text(frame.say("merged")).space();
            html.tag("a", visit.mergedInto(), "href", frame.visit(visit.mergedInto()))
                    .close("p");
        }
        if (visit.silencedUntil() != null) {
            html.open("p", "class", "warn")
                    .text(frame.say("silenced"))
                    .space()
                    .add(frame.time(visit.silencedUntil()))
                    .close("p");
        }
        visit.notes().forEach(note -> html.open("p", "class", "note").bdi(note).close("p"));
    }

    private static void lifeCycle(Frame frame, Html html, Visit visit) {
        html.open("section", "aria-labelledby", "life")
                .tag("h2", frame.say("life"), "id", "life")
                .open("ol", "class", "life");
        for (Visit.Step step : visit.history()) {
            html.open("li");
            html.tag("span", frame.status(step.status()), "class", "chip " + name(step.status()))
                    .space();
            html.add(frame.time(step.at()));
            Evidence evidence = step.evidence();
            if (evidence == null) {
                html.tag("p", frame.say("life.no-report"), "class", "quiet");
            } else {
                html.quote(evidence.sentence(), language(visit, step.reportId()));
            }
            html.close("li");
        }
        html.close("ol").close("section");
    }

    private static String language(Visit visit, @Nullable String report) {
        return visit.sources().stream()
                .filter(source -> source.reportId().equals(report))
                .map(Visit.Source::language)
                .findFirst()
                .orElse("und");
    }

    /** Reports that exclude each other, one column a claim. */
    private static void contradictions(Frame frame, Html html, Visit visit) {
        Map<VisitStatus.Coarse, List<Visit.Source>> claims = new EnumMap<>(VisitStatus.Coarse.class);
        visit.sources()
                .forEach(s -> claims.computeIfAbsent(s.status().coarse(), c -> new ArrayList<>())
                        .add(s));
        boolean disputed = visit.history().stream().anyMatch(step -> step.status() == VisitStatus.DISPUTED);
        boolean called = claims.containsKey(VisitStatus.Coarse.CANCELLED) && claims.size() > 1;
        if (claims.size() < 2 || !(disputed || called)) {
            return;
        }
        html.open("section", "aria-labelledby", "against")
                .tag("h2", frame.say("against"), "id", "against")
                .open("div", "class", "sides");
        claims.forEach((claim, sources) -> {
            html.open("div").tag("h3", frame.say("claim." + claim.name().toLowerCase(Locale.ROOT)));
            sources.forEach(source -> {
                html.quote(source.evidence().sentence(), source.language());
                html.open("p", "class", "cite")
                        .outward(source.url(), source.outlet().name())
                        .dot()
                        .add(frame.time(source.at()))
                        .close("p");
            });
            html.close("div");
        });
        html.close("div").close("section");
    }

    private static void reports(Frame frame, Html html, Visit visit) {
        html.open("section", "aria-labelledby", "reports")
                .open("h2", "id", "reports")
                .text(frame.say("reports"))
                .space();
        html.tag("span", frame.number(visit.sources().size()), "class", "count")
                .close("h2")
                .open("ul", "class", "cards");
        for (Visit.Source source : visit.sources()) {
            html.open("li", "class", "visit report", "id", "r-" + source.reportId());
            html.open("h3", "lang", source.language(), "dir", Messages.direction(source.language()));
            html.outward(source.url(), source.title().isBlank() ? frame.say("untitled") : source.title())
                    .close("h3");
            html.quote(source.evidence().sentence(), source.language());
            html.open("p", "class", "cite").bdi(source.outlet().name()).dot();
            html.text(frame.say("class."
                            + source.outlet()
                                    .sourceClass()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')))
                    .dot();
            html.text(frame.language(source.language()))
                    .dot()
                    .add(frame.time(source.at()))
                    .close("p");
            html.open("p")
                    .tag("span", frame.status(source.status()), "class", "chip " + name(source.status()))
                    .space();
            html.add(VisitCard.confidence(frame, source.confidence())).dot();
            html.text(frame.say("group", frame.number(source.group() + 1L)))
                    .close("p")
                    .close("li");
        }
        html.close("ul");
        if (visit.repeats() > 0) {
            html.tag("p", frame.say("repeats", frame.number(visit.repeats())), "class", "quiet");
        }
        html.close("section");
    }

    /** What is usual, as the alerts said it, in English. */
    private static void usual(Frame frame, Html html, List<Alert> alerts) {
        List<String> rates =
                alerts.stream().flatMap(a -> a.baseRates().stream()).distinct().toList();
        html.open("section", "aria-labelledby", "usual").tag("h2", frame.say("usual"), "id", "usual");
        if (rates.isEmpty()) {
            html.tag("p", frame.say("usual.none"), "class", "quiet");
        } else {
            html.open("ul", "lang", "en", "dir", "ltr");
            rates.forEach(rate -> html.open("li").bdi(rate).close("li"));
            html.close("ul");
        }
        html.close("section");
    }

    private static void changes(Frame frame, Html html, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "told")
                .tag("h2", frame.say("told"), "id", "told")
                .open("ol", "class", "told");
        for (Alert alert : alerts) {
            html.open("li").add(frame.time(alert.at())).dot();
            html.tag("b", frame.say("change." + alert.change().name().toLowerCase(Locale.ROOT)))
                    .space();
            html.open("span", "lang", "en").bdi(alert.summary()).close("span");
            if (!alert.rules().isEmpty()) {
                html.tag("p", frame.say("rules.fired", String.join(", ", alert.rules())), "class", "quiet");
            }
            html.close("li");
        }
        html.close("ol").close("section");
    }

    private static String name(VisitStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
