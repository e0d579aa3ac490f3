package io.visitwatch.app.web;

import io.visitwatch.model.Visit;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Visits over time: a chart, and the same as a table. */
final class TimelinePage {
    private static final int MOST_LISTED = 150;

    private TimelinePage() {}

    /**
     * A visit on the time axis.
     *
     * @param from first day
     * @param to last day
     */
    record Span(Visit visit, LocalDate from, LocalDate to) {
        static Span of(Visit visit) {
            LocalDate told = LocalDate.ofInstant(visit.openedAt(), Frame.ZONE);
            LocalDate from = Objects.requireNonNullElse(
                    visit.dates().start(),
                    Objects.requireNonNullElse(visit.dates().end(), told));
            LocalDate to = Objects.requireNonNullElse(visit.dates().end(), from);
            return new Span(visit, from, to.isBefore(from) ? from : to);
        }
    }

    /**
     * The page.
     *
     * @param visits what is shown
     * @param replay name of the replay they come from; empty for this service
     */
    static Html content(Frame frame, List<Visit> visits, String replay, List<String> replays) {
        TimeWindow window = TimeWindow.of(frame.asked("zoom"), frame.asked("at"), frame.today());
        boolean byOffice = frame.asked("by").equals("office");
        List<Span> spans = visits.stream()
                .filter(v -> v.mergedInto() == null && !v.retracted())
                .map(Span::of)
                .filter(s -> window.touches(s.from(), s.to()))
                .sorted(Comparator.comparing(Span::from)
                        .thenComparing(s -> s.visit().id()))
                .toList();
        Html html = new Html().tag("h1", frame.say("timeline.title"));
        tools(frame, html, window, replay, replays);
        Function<Visitor, String> group = v -> byOffice ? frame.office(v) : frame.country(v.country());
        Map<String, List<Span>> rows = rows(spans, group);
        String summary = frame.say(
                "timeline.chart", frame.number(spans.size()), frame.day(window.start()), frame.day(window.end()));
        html.open("p", "aria-live", "polite").text(summary).close("p");
        if (spans.isEmpty()) {
            html.tag("p", frame.say("timeline.empty"), "class", "empty");
            return html;
        }
        html.open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", frame.say("timeline.title"));
        html.add(TimelineChart.of(frame, window, rows, summary, replay.isEmpty()))
                .close("div");
        table(frame, html, spans, group, replay.isEmpty());
        return html;
    }

    /** Rows with the most visits first. */
    private static Map<String, List<Span>> rows(List<Span> spans, Function<Visitor, String> group) {
        Map<String, List<Span>> found = spans.stream()
                .collect(Collectors.groupingBy(s -> group.apply(s.visit().head())));
        Map<String, List<Span>> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Span>>>comparingInt(
                                e -> -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static void tools(Frame frame, Html html, TimeWindow window, String replay, List<String> replays) {
        html.open("div", "class", "tools", "role", "group", "aria-label", frame.say("timeline.zoom"))
                .text(frame.say("timeline.zoom"))
                .space();
        for (TimeWindow.Zoom zoom : TimeWindow.Zoom.values()) {
            String key =
                    zoom == window.zoom() ? null : zoom == window.next(-1) ? "+" : zoom == window.next(1) ? "-" : null;
            link(
                    frame,
                    html,
                    frame.say("zoom." + zoom.key()),
                    window.at(zoom, frame.today()),
                    frame.asked("by"),
                    replay,
                    key,
                    zoom == window.zoom());
        }
        html.close("div").open("div", "class", "tools");
        link(
                frame,
                html,
                "← " + frame.say("timeline.earlier"),
                window.earlier(),
                frame.asked("by"),
                replay,
                "left",
                false);
        link(
                frame,
                html,
                frame.say("timeline.today"),
                TimeWindow.of(window.zoom().key(), "", frame.today()),
                frame.asked("by"),
                replay,
                "t",
                false);
        link(
                frame,
                html,
                frame.say("timeline.later") + " →",
                window.later(),
                frame.asked("by"),
                replay,
                "right",
                false);
        html.text(frame.say("timeline.by")).space();
        boolean office = frame.asked("by").equals("office");
        link(frame, html, frame.say("timeline.by.country"), window, "", replay, null, !office);
        link(frame, html, frame.say("timeline.by.office"), window, "office", replay, null, office);
        html.close("div");
        if (!replays.isEmpty()) {
            html.open("div", "class", "tools")
                    .text(frame.say("timeline.source"))
                    .space();
            link(frame, html, frame.say("timeline.source.live"), window, frame.asked("by"), "", null, replay.isEmpty());
            replays.forEach(
                    name -> link(frame, html, name, window, frame.asked("by"), name, null, replay.equals(name)));
            html.close("div");
        }
    }

    private static void link(
            Frame frame,
            Html html,
            String words,
            TimeWindow window,
            String by,
            String replay,
            @org.jspecify.annotations.Nullable String key,
            boolean current) {
        String address = frame.href(
                "/timeline", "zoom", window.zoom().key(), "at", window.end().toString(), "by", by, "replay", replay);
        html.tag(
                        "a",
                        words,
                        "href",
                        address,
                        "data-swap",
                        "1",
                        "data-key",
                        key,
                        "aria-current",
                        current ? "true" : null)
                .space();
    }

    private static void table(
            Frame frame, Html html, List<Span> spans, Function<Visitor, String> group, boolean linked) {
        html.tag("h2", frame.say("timeline.list"));
        html.table(
                frame.say("timeline.list"),
                Stream.of("when", "visitor", "timeline.by", "status").map(frame::say));
        for (int i = spans.size() - 1; i >= Math.max(0, spans.size() - MOST_LISTED); i--) {
            Visit visit = spans.get(i).visit();
            html.open("tr").tag("td", frame.days(visit.dates())).open("td");
            VisitCard.flag(html, visit.head().country());
            if (linked) {
                html.open("a", "href", frame.visit(visit.id()))
                        .bdi(frame.name(visit.head()))
                        .close("a");
            } else {
                html.bdi(frame.name(visit.head()));
            }
            html.close("td")
                    .tag("td", group.apply(visit.head()))
                    .tag("td", frame.status(visit.status()))
                    .close("tr");
        }
        html.endTable();
        if (spans.size() > MOST_LISTED) {
            html.tag("p", frame.say("more", frame.number(spans.size() - MOST_LISTED)));
        }
    }
}
