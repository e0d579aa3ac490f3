package io.visitwatch.app.web;

import io.visitwatch.app.run.Health;
import io.visitwatch.ingest.FeedStatus;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is here, who is coming, who has left: the page people open first. */
final class NowPage {
    /** Visits of a section on the page that shows all sections. */
    private static final int MOST = 24;
    /** Visits on a page of one section. */
    private static final int PAGE = 60;
    /** Days back from today that a finished visit is still worth a place here. */
    private static final int RECENT_DAYS = 14;
    /** An arrival nobody has spoken of for longer than this is no news of today. */
    private static final int SILENT_DAYS = 2;

    private static final Comparator<Visit> WEIGHTIEST = Comparator.<Visit>comparingInt(
                    v -> v.head().rank())
            .thenComparing(Visit::openedAt)
            .thenComparing(Visit::id);

    private static final Set<String> KEYS = Set.of(Section.HERE.key(), Section.COMING.key(), Section.LEFT.key());

    private NowPage() {}

    /** Where a visit stands on this page. */
    enum Section {
        HERE,
        COMING,
        LEFT,
        /** Not shown. */
        NONE;

        /** Word in addresses and keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Html content(Frame frame, List<Visit> all, List<Visit> chosen, List<FeedStatus> feeds, Health health) {
        Html html = new Html();
        html.tag("h1", frame.say("now.title", frame.day(frame.today())));
        trust(frame, html, feeds, health);
        // the script counts here what changed since this reader last looked
        html.tag("p", "", "id", "since", "class", "note", "data-words", frame.say("now.since", "#"));
        filters(frame, html, all);
        if (all.isEmpty()) {
            html.tag("p", frame.say("now.empty"), "class", "empty");
        } else if (chosen.isEmpty()) {
            html.open("p", "class", "empty").text(frame.say("filter.empty")).space();
            html.tag("a", frame.say("filter.clear"), "href", frame.href("/")).close("p");
        }
        Map<Section, List<Visit>> sections =
                chosen.stream().collect(Collectors.groupingBy(v -> section(v, frame.today())));
        for (Section section : List.of(Section.HERE, Section.COMING, Section.LEFT)) {
            if (shown(frame, section)) {
                section(frame, html, sections.getOrDefault(section, List.of()), section);
            }
        }
        return html;
    }

    /** Whether the address asks for this section or for none. */
    private static boolean shown(Frame frame, Section section) {
        boolean known = KEYS.contains(frame.asked("show"));
        return !known || section.key().equals(frame.asked("show"));
    }

    private static Comparator<Visit> order(Section section) {
        return switch (section) {
            case COMING ->
                Comparator.<Visit, LocalDate>comparing(
                                v -> Objects.requireNonNullElse(v.dates().start(), LocalDate.MAX))
                        .thenComparing(WEIGHTIEST);
            case LEFT -> Comparator.comparing(Visit::updatedAt).reversed().thenComparing(WEIGHTIEST);
            case HERE, NONE -> WEIGHTIEST;
        };
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

    private static void trust(Frame frame, Html html, List<FeedStatus> feeds, Health health) {
        if (!feeds.isEmpty()) {
            html.open("p", "class", "trust");
            html.tag("a", FeedsPage.coverage(frame, feeds), "href", frame.href("/feeds"))
                    .close("p");
        }
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
        all.stream().map(v -> v.head().country()).distinct().forEach(code -> countries.put(frame.country(code), code));
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

    private static void section(Frame frame, Html html, List<Visit> found, Section section) {
        String key = section.key();
        html.open("section", "class", "visits", "aria-labelledby", "s-" + key);
        html.open("h2", "id", "s-" + key).text(frame.say("now." + key)).space();
        html.tag("span", frame.number(found.size()), "class", "count").close("h2");
        if (found.isEmpty()) {
            html.tag("p", frame.say("now." + key + ".empty"), "class", "quiet");
        } else {
            boolean alone = frame.asked("show").equals(key);
            int size = alone ? PAGE : MOST;
            int last = (found.size() - 1) / size;
            int page = alone ? Math.min(last, number(frame.asked("page"))) : 0;
            html.open("ul", "class", "cards");
            found.stream()
                    .sorted(order(section))
                    .skip((long) page * size)
                    .limit(size)
                    .forEach(v -> VisitCard.write(frame, html, v));
            html.close("ul");
            if (alone) {
                pages(frame, html, key, page, last);
            } else if (last > 0) {
                html.open("p", "class", "tools");
                link(frame, html, frame.say("more", frame.number(found.size() - MOST)), key, 0, null);
                html.close("p");
            }
        }
        html.close("section");
    }

    private static void pages(Frame frame, Html html, String key, int page, int last) {
        html.open("p", "class", "tools");
        if (page > 0) {
            link(frame, html, "← " + frame.say("page.before"), key, page - 1, "left");
        }
        html.text(frame.number(page + 1L) + " / " + frame.number(last + 1L)).space();
        if (page < last) {
            link(frame, html, frame.say("page.after") + " →", key, page + 1, "right");
        }
        link(frame, html, frame.say("page.now"), "", 0, null);
        html.close("p");
    }

    private static void link(Frame frame, Html html, String words, String section, int page, @Nullable String key) {
        String address = frame.href(
                "/",
                "show",
                section,
                "page",
                page == 0 ? "" : String.valueOf(page),
                "country",
                frame.asked("country"),
                "status",
                frame.asked("status"),
                "confirmed",
                frame.asked("confirmed"),
                "visitor",
                frame.asked("visitor"));
        html.tag("a", words, "href", address, "data-swap", "1", "data-key", key).space();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }
}
