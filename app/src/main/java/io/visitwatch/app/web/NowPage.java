package io.visitwatch.app.web;

import io.visitwatch.app.run.Health;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is here, who is coming, who has left: the page people open first. */
final class NowPage {
    private static final int MOST = 60;
    /** Days back from today that a finished visit is still worth a place here. */
    private static final int RECENT_DAYS = 14;
    /** An arrival nobody has spoken of for longer than this is no news of today. */
    private static final int SILENT_DAYS = 2;

    private static final Comparator<Visit> WEIGHTIEST = Comparator.<Visit>comparingInt(
                    v -> v.head().rank())
            .thenComparing(Visit::openedAt)
            .thenComparing(Visit::id);

    private NowPage() {}

    /** Where a visit stands on this page. */
    enum Section {
        HERE,
        COMING,
        LEFT,
        /** Not shown. */
        NONE
    }

    static Html content(Frame frame, List<Visit> all, List<Visit> chosen, Health health) {
        Html html = new Html();
        html.tag("h1", frame.say("now.title", frame.day(frame.today())));
        trust(frame, html, health);
        filters(frame, html, all);
        if (all.isEmpty()) {
            html.tag("p", frame.say("now.empty"), "class", "empty");
        } else if (chosen.isEmpty()) {
            html.open("p", "class", "empty").text(frame.say("filter.empty")).space();
            html.tag("a", frame.say("filter.clear"), "href", frame.href("/")).close("p");
        }
        section(frame, html, chosen, Section.HERE, WEIGHTIEST);
        section(
                frame,
                html,
                chosen,
                Section.COMING,
                Comparator.<Visit, LocalDate>comparing(
                                v -> Objects.requireNonNullElse(v.dates().start(), LocalDate.MAX))
                        .thenComparing(WEIGHTIEST));
        section(
                frame,
                html,
                chosen,
                Section.LEFT,
                Comparator.comparing(Visit::updatedAt).reversed().thenComparing(WEIGHTIEST));
        return html;
    }

    /** The section of a visit on a day. */
    static Section section(Visit visit, LocalDate today) {
        if (visit.mergedInto() != null || visit.place().level() == PlaceLevel.OTHER) {
            return Section.NONE;
        }
        LocalDate last = lastDay(visit);
        boolean recent = !last.isBefore(today.minusDays(RECENT_DAYS));
        boolean over = visit.retracted() || visit.closed();
        if (!over && (visit.status() == VisitStatus.ARRIVED || visit.status() == VisitStatus.DISPUTED)) {
            return !last.isBefore(today.minusDays(SILENT_DAYS)) ? Section.HERE : recent ? Section.LEFT : Section.NONE;
        }
        boolean plan = visit.status().coarse() == VisitStatus.Coarse.PLANNED
                || visit.status() == VisitStatus.EN_ROUTE
                || visit.status() == VisitStatus.POSTPONED;
        if (!over && plan) {
            return Section.COMING;
        }
        return recent ? Section.LEFT : Section.NONE;
    }

    /** The last day the visit was stated for or spoken of. */
    private static LocalDate lastDay(Visit visit) {
        LocalDate spoken = visit.sources().stream()
                .map(source -> LocalDate.ofInstant(source.at(), Frame.ZONE))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(visit.openedAt(), Frame.ZONE));
        @Nullable LocalDate end = visit.dates().end();
        return end != null && end.isAfter(spoken) ? end : spoken;
    }

    private static void trust(Frame frame, Html html, Health health) {
        long waiting = health.states().values().stream().filter(s -> !s.ready()).count();
        if (waiting > 0) {
            html.open("p", "class", "warn", "role", "note")
                    .text(frame.say("now.starting"))
                    .space();
            html.tag("a", frame.say("page.feeds"), "href", frame.href("/feeds")).close("p");
        }
    }

    private static void filters(Frame frame, Html html, List<Visit> all) {
        Map<String, String> countries = new TreeMap<>();
        all.forEach(
                v -> countries.put(frame.country(v.head().country()), v.head().country()));
        html.open("form", "method", "get", "action", "/", "class", "filters", "aria-label", frame.say("filters"));
        for (String kept : List.of("visitor", "lang")) {
            if (!frame.asked(kept).isEmpty()) {
                html.open("input", "type", "hidden", "name", kept, "value", frame.asked(kept));
            }
        }
        html.open("label").text(frame.say("country")).space().open("select", "name", "country");
        option(html, "", frame.say("all"), frame.asked("country"));
        countries.forEach((name, code) -> option(html, code, name, frame.asked("country")));
        html.close("select").close("label").space();
        html.open("label").text(frame.say("status")).space().open("select", "name", "status");
        option(html, "", frame.say("all"), frame.asked("status"));
        for (VisitStatus status : VisitStatus.values()) {
            option(html, status.name(), frame.status(status), frame.asked("status"));
        }
        html.close("select").close("label").space();
        html.open("label").text(frame.say("confirmed")).space().open("select", "name", "confirmed");
        option(html, "", frame.say("all"), frame.asked("confirmed"));
        option(html, "true", frame.say("yes"), frame.asked("confirmed"));
        option(html, "false", frame.say("no"), frame.asked("confirmed"));
        html.close("select").close("label").space();
        html.tag("button", frame.say("filter.do")).close("form");
    }

    private static void option(Html html, String value, String name, String asked) {
        html.tag("option", name, "value", value, "selected", value.equalsIgnoreCase(asked) ? "" : null);
    }

    private static void section(Frame frame, Html html, List<Visit> chosen, Section section, Comparator<Visit> order) {
        String key = section.name().toLowerCase(java.util.Locale.ROOT);
        List<Visit> found = chosen.stream()
                .filter(v -> section(v, frame.today()) == section)
                .sorted(order)
                .toList();
        html.open("section", "class", "visits", "aria-labelledby", "s-" + key);
        html.open("h2", "id", "s-" + key).text(frame.say("now." + key)).space();
        html.tag("span", frame.number(found.size()), "class", "count").close("h2");
        if (found.isEmpty()) {
            html.tag("p", frame.say("now." + key + ".empty"), "class", "quiet");
        } else {
            html.open("ul", "class", "cards");
            found.stream().limit(MOST).forEach(v -> VisitCard.write(frame, html, v));
            html.close("ul");
        }
        if (found.size() > MOST) {
            html.open("p")
                    .text(frame.say("more", frame.number(found.size() - MOST)))
                    .space();
            html.tag("a", frame.say("page.timeline"), "href", frame.href("/timeline"))
                    .close("p");
        }
        html.close("section");
    }
}
