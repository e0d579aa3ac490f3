package io.visitwatch.app.web;

import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.Visitor;
import java.util.Locale;
import java.util.Objects;

/** One visit in short, as lists show it. */
final class VisitCard {
    private VisitCard() {}

    static void write(Frame frame, Html html, Visit visit) {
        Visitor head = visit.head();
        html.open("li", "class", "visit", "id", "v-" + visit.id(), "data-version", String.valueOf(visit.version()));
        html.open("div", "class", "head").open("h3");
        flag(html, head.country());
        html.open("a", "href", frame.visit(visit.id())).bdi(frame.name(head)).close("a");
        html.close("h3");
        html.open("p", "class", "chips").add(status(frame, visit)).close("p").close("div");
        html.open("p", "class", "who");
        role(frame, html, head);
        html.close("p");
        whenAndWhere(frame, html, visit);
        evidence(frame, html, visit);
        weight(frame, html, visit);
        html.close("li");
    }

    /** The flag, which says nothing that the name of the country beside it does not. */
    static void flag(Html html, String country) {
        String flag = Frame.flag(country);
        if (!flag.isEmpty()) {
            html.tag("span", flag, "class", "flag", "data-code", country, "aria-hidden", "true")
                    .space();
        }
    }

    /** Office, words of the text for it, country and rank. */
    static void role(Frame frame, Html html, Visitor visitor) {
        html.tag("b", frame.country(visitor.country()))
                .dot()
                .text(frame.office(visitor))
                .space();
        if (visitor.role() != null && !visitor.role().equalsIgnoreCase(frame.office(visitor))) {
            html.text("(").bdi(visitor.role()).text(")").space();
        }
        html.tag("span", frame.rank(visitor.rank()), "class", "rank");
    }

    static Html status(Frame frame, Visit visit) {
        Html html = new Html();
        chip(html, visit.status().name().toLowerCase(Locale.ROOT), frame.status(visit.status()));
        if (visit.retracted()) {
            chip(html, "retracted", frame.say("retracted"));
        }
        if (visit.overdue()) {
            chip(html, "overdue", frame.say("overdue"));
        }
        if (visit.confirmed()) {
            chip(html, "confirmed", frame.say("confirmed"));
        }
        return html;
    }

    private static void chip(Html html, String kind, String words) {
        html.tag("span", words, "class", "chip " + kind).space();
    }

    static String place(Frame frame, VisitPlace place) {
        String name = Objects.requireNonNullElse(
                place.venue(),
                frame.messages().getOr("place." + place.id(), place.id().replace('-', ' ')));
        return place.level() == PlaceLevel.COUNTRY ? frame.say("place.country-only", name) : name;
    }

    private static void whenAndWhere(Frame frame, Html html, Visit visit) {
        html.open("dl", "class", "facts");
        html.fact(frame.say("when"), new Html().text(frame.days(visit.dates())));
        html.fact(frame.say("where"), new Html().bdi(place(frame, visit.place())));
        html.close("dl");
    }

    /** What a reader weighs the visit by: how long it is known, by how many, how surely. */
    private static void weight(Frame frame, Html html, Visit visit) {
        html.open("dl", "class", "facts small");
        html.fact(frame.say("since"), frame.time(visit.openedAt()));
        html.fact(frame.say("sources"), sources(frame, visit));
        html.fact(frame.say("confidence"), confidence(frame, visit.confidence()));
        html.close("dl");
    }

    /** How many sources tell of a visit, and how many of them by themselves. */
    static Html sources(Frame frame, Visit visit) {
        return new Html()
                .text(frame.say(
                        "sources.count",
                        frame.number(visit.independentSources()),
                        frame.number(visit.sources().size())));
    }

    /** A confidence as bar and per cent. */
    static Html confidence(Frame frame, double confidence) {
        return new Html()
                .tag(
                        "meter",
                        "",
                        "min",
                        "0",
                        "max",
                        "1",
                        "value",
                        String.format(Locale.ROOT, "%.2f", confidence),
                        "aria-label",
                        frame.say("confidence"))
                .space()
                .text(frame.percent(confidence));
    }

    private static void evidence(Frame frame, Html html, Visit visit) {
        if (visit.sources().isEmpty()) {
            return;
        }
        Visit.Source source = visit.sources().get(visit.sources().size() - 1);
        html.quote(source.evidence().sentence(), source.language());
        html.open("p", "class", "cite").outward(source.url(), source.outlet().name());
        html.dot().add(frame.time(source.at())).close("p");
    }
}
