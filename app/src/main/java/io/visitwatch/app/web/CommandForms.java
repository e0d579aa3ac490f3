package io.visitwatch.app.web;

import io.visitwatch.alerts.command.Verdict;
import io.visitwatch.model.Visit;
import io.visitwatch.model.Visitor;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What an analyst can decide about a visit: one plain form a verdict, answered by the API's command address. */
final class CommandForms {
    /** Address the forms post to. */
    static final String ADDRESS = "/api/v1/commands";

    private CommandForms() {}

    static void write(Frame frame, Html html, Visit visit, boolean tokenNeeded) {
        html.open("section", "class", "commands", "aria-labelledby", "commands")
                .tag("h2", frame.say("commands"), "id", "commands");
        html.tag("p", frame.say("commands.what"), "class", "quiet");
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.SPLIT || visit.sources().size() > 1) {
                form(frame, html, visit, verdict, tokenNeeded);
            }
        }
        html.close("section");
    }

    private static void form(Frame frame, Html html, Visit visit, Verdict verdict, boolean tokenNeeded) {
        String name = verdict.name().toLowerCase(Locale.ROOT);
        html.open("details").tag("summary", frame.say("command." + name));
        html.open("form", "method", "post", "action", ADDRESS);
        hidden(html, "visitId", visit.id());
        hidden(html, "verdict", name);
        hidden(html, "back", frame.visit(visit.id()));
        switch (verdict) {
            case MERGE -> field(html, frame.say("command.other"), "otherVisitId", "text", "");
            case SPLIT -> reports(frame, html, visit);
            case RENAME -> {
                html.open("label").text(frame.say("command.visitor")).space().open("select", "name", "visitorId");
                for (Visitor visitor : visit.visitors()) {
                    html.tag("option", frame.name(visitor), "value", visitor.id());
                }
                html.close("select").close("label");
                field(html, frame.say("command.name"), "name", "text", "");
            }
            case SILENCE ->
                field(
                        html,
                        frame.say("command.until"),
                        "until",
                        "datetime-local",
                        LocalDateTime.ofInstant(frame.now(), Frame.ZONE)
                                .plusDays(1)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
            case CONFIRM, REJECT -> {}
        }
        field(html, frame.say("command.by"), "by", "text", "");
        html.open("label")
                .text(frame.say("command.note"))
                .space()
                .open("input", "name", "note", "dir", "auto", "maxlength", "500")
                .close("label");
        if (tokenNeeded) {
            field(html, frame.say("command.token"), "token", "password", "");
        }
        html.tag("button", frame.say("command." + name)).close("form").close("details");
    }

    private static void reports(Frame frame, Html html, Visit visit) {
        html.open("fieldset").tag("legend", frame.say("command.reports"));
        for (Visit.Source source : visit.sources()) {
            html.open("label", "class", "check")
                    .open("input", "type", "checkbox", "name", "reportIds", "value", source.reportId());
            html.space().bdi(source.outlet().name() + ": " + source.title()).close("label");
        }
        html.close("fieldset");
    }

    private static void hidden(Html html, String name, String value) {
        html.open("input", "type", "hidden", "name", name, "value", value);
    }

    private static void field(Html html, String label, String name, String type, String value) {
        html.open("label").text(label).space();
        html.open(
                "input",
                "name",
                name,
                "type",
                type,
                "value",
                value,
                "required",
                "",
                "dir",
                type.equals("text") ? "auto" : null);
        html.close("label");
    }
}
