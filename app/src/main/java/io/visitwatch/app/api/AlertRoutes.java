package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.alerts.render.AlertFeeds;
import io.visitwatch.app.run.AlertLog;
import io.visitwatch.app.run.Board;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts: as a list, newest first, one alone, and as feeds to subscribe to. */
final class AlertRoutes implements ApiModule {
    private static final int FEED_LENGTH = 100;

    private final Board board;

    AlertRoutes(Board board) {
        this.board = board;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get("/api/v1/alerts", this::list);
        config.routes.get("/api/v1/alerts/{id}", this::one);
        config.routes.get("/alerts.atom", c -> feed(c, "application/atom+xml", AlertFeeds::atom));
        config.routes.get("/alerts.rss", c -> feed(c, "application/rss+xml", AlertFeeds::rss));
        config.routes.get("/alerts.json", c -> feed(c, "application/feed+json", AlertFeeds::json));
    }

    /** Forms of a feed of alerts. */
    private interface Form {
        String write(List<Alert> alerts, String self);
    }

    private void list(Context context) {
        List<Alert> found = matching(context);
        context.result(Json.write(Page.of(context, found, Alert::id))).contentType("application/json; charset=utf-8");
    }

    private void one(Context context) {
        String id = context.pathParam("id");
        Alert alert = board.alerts().entries().stream()
                .map(AlertLog.Entry::alert)
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(404, "no alert " + id + " among the latest"));
        context.result(Json.write(alert)).contentType("application/json; charset=utf-8");
    }

    private void feed(Context context, String type, Form form) {
        List<Alert> latest = matching(context).stream()
                .filter(a -> !a.backfill())
                .limit(FEED_LENGTH)
                .toList();
        context.result(form.write(latest, context.url())).contentType(type + "; charset=utf-8");
    }

    private List<Alert> matching(Context context) {
        Predicate<Alert> chosen = filter(context);
        List<Alert> found = new ArrayList<>(board.alerts().entries().stream()
                .map(AlertLog.Entry::alert)
                .filter(chosen)
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** The parameters of visits, and {@code change} (several with commas) and {@code visit}. */
    static Predicate<Alert> filter(Context context) {
        var visits = VisitFilter.of(context);
        Set<VisitChange> changes = changes(context.queryParam("change"));
        @Nullable String visit = context.queryParam("visit");
        return alert -> visits.test(alert.visit())
                && (changes.isEmpty() || changes.contains(alert.change()))
                && (visit == null || alert.visit().id().equals(visit));
    }

    private static Set<VisitChange> changes(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(word -> Arrays.stream(VisitChange.values())
                        .filter(c -> c.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> new ApiProblem(
                                400, "change '" + word + "' is none of " + Arrays.toString(VisitChange.values()))))
                .collect(Collectors.toSet());
    }
}
