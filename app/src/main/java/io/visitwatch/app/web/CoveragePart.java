package io.visitwatch.app.web;

import io.visitwatch.alerts.coverage.CoverageGap;
import io.visitwatch.alerts.coverage.CoverageStatement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read about each watched place, day by day, and what was not: the part of Feeds that says what a silence is worth. */
final class CoveragePart {
    /** Statements shown, newest first. */
    private static final int MOST = 14;

    private CoveragePart() {}

    static void write(Frame frame, Html html, List<CoverageStatement> statements) {
        html.tag("h2", frame.say("coverage.title"));
        if (statements.isEmpty()) {
            html.tag("p", frame.say("coverage.none"), "class", "quiet");
            return;
        }
        html.table(
                frame.say("coverage.title"),
                Stream.of("coverage.day", "where", "coverage.level", "page.feeds", "coverage.articles", "coverage.gaps")
                        .map(frame::say));
        statements.stream().limit(MOST).forEach(statement -> row(frame, html, statement));
        html.endTable();
    }

    private static void row(Frame frame, Html html, CoverageStatement statement) {
        String level = statement.level().name().toLowerCase(Locale.ROOT);
        html.open("tr").tag("td", frame.day(statement.day()));
        html.tag("td", frame.messages().getOr("place." + statement.watch(), statement.watch()));
        html.open("td")
                .tag("span", frame.say("coverage." + level), "class", "chip " + level)
                .close("td");
        html.tag("td", frame.number(statement.feedsAlive()) + " / " + frame.number(statement.feeds()));
        html.tag("td", articles(frame, statement.articles()));
        html.open("td", "lang", "en", "class", "quiet")
                .bdi(statement.gaps().stream().map(CoverageGap::detail).collect(Collectors.joining("; ")))
                .close("td")
                .close("tr");
    }

    /** Counts by language, most first. */
    private static String articles(Frame frame, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> frame.language(count.getKey()) + " " + frame.number(count.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
