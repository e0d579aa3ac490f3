package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.receiver.ReceiverConfig;
import io.visitwatch.alerts.receiver.ReceiverKind;
import io.visitwatch.alerts.route.Inhibition;
import io.visitwatch.alerts.route.Matchers;
import io.visitwatch.alerts.route.MuteTime;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.alerts.route.Silence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns routes, receivers, silences, inhibitions and mute times of the configuration into what the alerts module asks for. The schema
 * has checked the shapes; what is refused here names the key.
 */
public final class RoutingReader {
    private RoutingReader() {}

    /**
     * Who is told of what.
     *
     * @throws ConfigException naming the key that does not fit
     */
    public static Routing routing(AppConfig config) {
        List<Route> children = each("routes", config.routes(), RoutingReader::route);
        Route root = new Route("root", null, Matchers.ANY, false, List.of(), null, null, List.of(), children);
        Map<String, MuteTime> muteTimes = new HashMap<>();
        each("mute-times", config.muteTimes(), RoutingReader::muteTime)
                .forEach(time -> muteTimes.put(time.name(), time));
        List<Silence> silences = each("silences", config.silences(), RoutingReader::silence);
        List<Inhibition> inhibitions = each("inhibitions", config.inhibitions(), RoutingReader::inhibition);
        return checked("routes", () -> new Routing(root, silences, inhibitions, muteTimes, Routing.QUIET_BY_DEFAULT));
    }

    /**
     * Who can be told, and how.
     *
     * @throws ConfigException naming the key that does not fit
     */
    public static List<ReceiverConfig> receivers(AppConfig config) {
        return each("receivers", config.receivers(), RoutingReader::receiver);
    }

    private static ReceiverConfig receiver(JsonNode node) {
        Map<String, String> settings = new TreeMap<>();
        node.path("settings")
                .properties()
                .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
        return new ReceiverConfig(
                node.path("name").asText(),
                ReceiverKind.of(node.path("kind").asText()),
                settings,
                new Handling(node.path("withhold-plans-up-to-rank").asInt(0)));
    }

    private static Route route(JsonNode node) {
        List<Route> children = new ArrayList<>();
        node.path("routes").forEach(child -> children.add(route(child)));
        String receiver = text(node, "receiver");
        return new Route(
                node.path("name").asText(receiver == null ? "route" : receiver),
                receiver,
                Matchers.parse(texts(node.path("match"))),
                node.path("continue").asBoolean(false),
                texts(node.path("group-by")),
                span(node, "group-wait"),
                span(node, "repeat-interval"),
                texts(node.path("mute-times")),
                children);
    }

    private static Silence silence(JsonNode node) {
        Matchers matchers = Matchers.parse(texts(node.path("match")));
        return new Silence(
                node.path("id").asText(matchers.toString()),
                matchers,
                instant(node.path("from").asText(Instant.EPOCH.toString())),
                instant(node.path("until").asText()),
                node.path("by").asText("configuration"),
                node.path("comment").asText(""));
    }

    private static Inhibition inhibition(JsonNode node) {
        return new Inhibition(
                node.path("name").asText("inhibition"),
                Matchers.parse(texts(node.path("source"))),
                Matchers.parse(texts(node.path("target"))),
                texts(node.path("equal")));
    }

    private static MuteTime muteTime(JsonNode node) {
        Set<DayOfWeek> days = texts(node.path("days")).stream()
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new MuteTime(
                node.path("name").asText(),
                days,
                LocalTime.parse(node.path("from").asText()),
                LocalTime.parse(node.path("to").asText()),
                ZoneId.of(node.path("zone").asText("Asia/Baghdad")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time: write 2026-11-22T06:00:00Z", e);
        }
    }

    private static @Nullable Duration span(JsonNode node, String key) {
        String text = text(node, key);
        return text == null ? null : Times.parse(text);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(text -> all.add(text.asText()));
        return all;
    }

    private static <T> List<T> each(String key, List<JsonNode> nodes, java.util.function.Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            all.add(checked(key + "[" + i + "]", () -> reader.apply(node)));
        }
        return all;
    }

    private static <T> T checked(String key, java.util.function.Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ConfigException("configuration", key, String.valueOf(e.getMessage()));
        }
    }
}
