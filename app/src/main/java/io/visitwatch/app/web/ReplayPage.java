package io.visitwatch.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Runs over archives, and comparisons of two versions. */
final class ReplayPage {
    private ReplayPage() {}

    static Html content(Frame frame, Results results) {
        Html html = new Html().tag("h1", frame.say("replay.title"));
        if (results.names().isEmpty()) {
            html.tag("p", frame.say("replay.empty", results.folder()), "class", "empty");
            return html;
        }
        for (String name : results.names()) {
            Optional<JsonNode> numbers = results.numbers(name);
            html.open("section", "class", "visit").open("h2").bdi(name).close("h2");
            if (results.hasVisits(name)) {
                html.open("p")
                        .tag(
                                "a",
                                frame.say("replay.show"),
                                "href",
                                frame.href("/timeline", "replay", name, "zoom", "24y"))
                        .close("p");
            }
            html.tag("h3", frame.say("replay.counts"));
            numbers.ifPresentOrElse(
                    n -> values(html, n), () -> html.tag("p", frame.say("problem.refused"), "class", "warn"));
            html.close("section");
        }
        return html;
    }

    private static void values(Html html, JsonNode numbers) {
        html.open("dl", "class", "facts", "lang", "en", "dir", "ltr");
        numbers.properties().forEach(field -> {
            if (!field.getValue().isArray()) {
                html.open("div")
                        .tag("dt", field.getKey())
                        .open("dd")
                        .bdi(
                                field.getValue().isObject()
                                        ? words(field.getValue())
                                        : field.getValue().asText())
                        .close("dd")
                        .close("div");
            }
        });
        html.close("dl");
    }

    private static String words(JsonNode object) {
        StringBuilder words = new StringBuilder();
        object.properties()
                .forEach(f -> words.append(words.isEmpty() ? "" : ", ")
                        .append(f.getKey())
                        .append(' ')
                        .append(f.getValue().isValueNode() ? f.getValue().asText() : "…"));
        return words.toString();
    }
}
