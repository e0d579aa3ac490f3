package io.visitwatch.app.cli;

import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.Visitor;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as people read it on a terminal: what, who, where, when, and the sentence behind it. */
public final class AlertLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Baghdad"));

    private final Talk talk;

    /** Lines in the colours of {@code talk}. */
    public AlertLine(Talk talk) {
        this.talk = talk;
    }

    /** Two or three lines; the time is Baghdad's. */
    public String of(Alert alert) {
        Visit visit = alert.visit();
        List<String> parts = new ArrayList<>();
        parts.add(TIME.format(alert.at()));
        parts.add(talk.paint(color(alert.change()), String.format(Locale.ROOT, "%-14s", alert.change())));
        parts.add(talk.paint("1", Plain.line(visitors(visit))));
        parts.add("· " + place(visit) + " · " + status(alert) + " · " + dates(visit.dates()));
        StringBuilder text = new StringBuilder(String.join(" ", parts));
        if (alert.evidence() != null) {
            text.append(String.format(
                    Locale.ROOT, "%n    “%s”%s", Plain.line(alert.evidence().sentence()), source(alert)));
        }
        return text.toString();
    }

    private static String source(Alert alert) {
        return alert.visit().sources().stream()
                .filter(s -> s.reportId().equals(alert.reportId()))
                .findFirst()
                .map(s -> String.format(
                        Locale.ROOT,
                        "%n    — %s%s",
                        Plain.line(s.outlet().name()),
                        s.url() == null ? "" : ", " + Plain.line(s.url())))
                .orElse("");
    }

    /** Names and states of all visitors. */
    static String visitors(Visit visit) {
        return visit.visitors().stream().map(AlertLine::visitor).collect(Collectors.joining(", "));
    }

    private static String visitor(Visitor visitor) {
        String who = visitor.named()
                ? visitor.name()
                : visitor.role() != null ? visitor.role() : String.valueOf(visitor.officeKind());
        return who + (visitor.country().isEmpty() ? "" : " (" + visitor.country() + ")");
    }

    private static String place(Visit visit) {
        return visit.place().venue() == null
                ? visit.place().id()
                : visit.place().id() + ", " + Plain.line(visit.place().venue());
    }

    private static String status(Alert alert) {
        String now = alert.visit().status().toString();
        return alert.previousStatus() == null
                        || alert.previousStatus() == alert.visit().status()
                ? now
                : alert.previousStatus() + " → " + now;
    }

    private static String dates(VisitDates dates) {
        if (dates.start() == null) {
            return "day unknown";
        }
        return dates.end() == null || dates.end().equals(dates.start())
                ? dates.start().toString()
                : dates.start() + " to " + dates.end();
    }

    private static String color(VisitChange change) {
        return switch (change) {
            case NEW_VISIT -> "1;32";
            case CONTRADICTED, RETRACTED, OVERDUE -> "1;33";
            default -> "36";
        };
    }
}
