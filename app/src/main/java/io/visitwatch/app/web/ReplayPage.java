package io.visitwatch.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs over archives, and comparisons of two versions. */
final class ReplayPage {
    /** Differences shown of one backtest; the rest is in its files. */
    private static final int MOST = 200;

    private static final Map<String, String> KINDS =
            Map.of("gained", "ok", "lost", "denied", "earlier", "ok", "later", "silent");

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
            numbers.ifPresent(n -> differences(frame, html, n.path("differences")));
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

    /** What a backtest found to differ between its versions A and B. */
    private static void differences(Frame frame, Html html, JsonNode differences) {
        if (!differences.isArray() || differences.isEmpty()) {
            return;
        }
        String caption = frame.say("replay.differences");
        html.tag("h3", caption);
        html.table(caption, Stream.of(frame.say("replay.change"), frame.say("when"), frame.say("visitor"), "A", "B"));
        for (int i = 0; i < Math.min(MOST, differences.size()); i++) {
            difference(frame, html, differences.get(i));
        }
        html.endTable();
        if (differences.size() > MOST) {
            html.tag("p", frame.say("more", frame.number(differences.size() - MOST)));
        }
    }

    private static void difference(Frame frame, Html html, JsonNode difference) {
        String kind = difference.path("kind").asText("").toLowerCase(Locale.ROOT);
        html.open("tr")
                .open("td")
                .tag(
                        "span",
                        frame.messages().getOr("replay." + kind, kind),
                        "class",
                        "chip " + KINDS.getOrDefault(kind, ""))
                .close("td")
                .open("td")
                .add(frame.time(at(difference.path("at").asText(""))))
                .close("td")
                .open("td");
        VisitCard.flag(html, difference.path("country").asText(""));
        html.bdi(difference.path("who").asText("")).open("p", "class", "cite");
        html.bdi(difference.path("title").asText("")).close("p").close("td");
        html.open("td").bdi(difference.path("before").asText("")).close("td");
        html.open("td").bdi(difference.path("after").asText("")).close("td").close("tr");
    }

    private static @Nullable Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) { // a file written by another version
            return null;
        }
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
