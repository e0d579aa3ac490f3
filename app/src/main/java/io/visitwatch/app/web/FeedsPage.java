package io.visitwatch.app.web;

import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.app.run.Health;
import io.visitwatch.ingest.FeedStatus;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the news comes in: what the silence is worth. */
final class FeedsPage {
    private static final Set<io.visitwatch.ingest.schedule.Health.Kind> WELL =
            Set.of(io.visitwatch.ingest.schedule.Health.Kind.OK, io.visitwatch.ingest.schedule.Health.Kind.NEW);

    private FeedsPage() {}

    static Html content(Frame frame, List<FeedStatus> feeds, List<CoverageStatement> coverage, Health health) {
        Html html = new Html().tag("h1", frame.say("feeds.title"));
        if (feeds.isEmpty()) {
            html.tag("p", frame.say("feeds.empty"), "class", "empty");
        } else {
            List<FeedStatus> ill = feeds.stream()
                    .filter(f -> !WELL.contains(f.health().kind()))
                    .toList();
            html.tag("p", coverage(frame, feeds), "class", ill.isEmpty() ? "good" : "warn");
            html.tag("h2", frame.say("feeds.silent"));
            if (ill.isEmpty()) {
                html.tag("p", frame.say("feeds.silent.empty"), "class", "quiet");
            } else {
                table(frame, html, ill, "feeds.silent");
            }
            html.tag("h2", frame.say("feeds.all"));
            table(frame, html, feeds, "feeds.all");
        }
        CoveragePart.write(frame, html, coverage);
        parts(frame, html, health);
        return html;
    }

    /** How many feeds are well, in one sentence. */
    static String coverage(Frame frame, List<FeedStatus> feeds) {
        long well = feeds.stream()
                .filter(f -> f.health().kind() == io.visitwatch.ingest.schedule.Health.Kind.OK)
                .count();
        return frame.say("feeds.coverage", frame.number(well), frame.number(feeds.size()));
    }

    private static void table(Frame frame, Html html, List<FeedStatus> feeds, String caption) {
        html.table(
                frame.say(caption),
                Stream.of("feeds.outlet", "feeds.health", "feeds.last", "feeds.polled", "feeds.next", "feeds.entries")
                        .map(frame::say));
        for (FeedStatus feed : feeds) {
            String kind = kind(feed.health().kind());
            html.open("tr")
                    .open("td")
                    .outward(feed.url(), feed.outlet())
                    .close("td")
                    .open("td");
            html.tag("span", frame.say("health." + kind), "class", "chip " + kind)
                    .space();
            html.open("span", "lang", "en", "class", "quiet")
                    .bdi(feed.health().reason())
                    .close("span")
                    .close("td");
            html.open("td").add(frame.time(feed.lastNew())).close("td");
            html.open("td").add(frame.time(feed.lastPoll())).close("td");
            html.open("td").add(frame.time(feed.nextPoll())).close("td");
            html.tag("td", frame.number(feed.entries())).close("tr");
        }
        html.endTable();
    }

    /** The word metrics and addresses use for a state. */
    private static String kind(io.visitwatch.ingest.schedule.Health.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void parts(Frame frame, Html html, Health health) {
        html.tag("h2", frame.say("feeds.parts")).open("ul");
        health.states().forEach((name, state) -> {
            String word = state.ready() ? "up" : state.alive() ? "starting" : "down";
            html.open("li")
                    .bdi(name)
                    .space()
                    .tag("span", frame.say("part." + word), "class", "chip " + word)
                    .space();
            html.open("span", "class", "quiet", "lang", "en")
                    .bdi(state.detail())
                    .close("span")
                    .close("li");
        });
        html.close("ul");
    }
}
