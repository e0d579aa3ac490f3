package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.alerts.render.VisitCalendar;
import io.visitwatch.app.run.Board;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.util.List;

/** Visits: as a list, one with all its reports, as a calendar. */
final class VisitRoutes implements ApiModule {
    private static final String JSON = "application/json; charset=utf-8";

    private final Board board;

    VisitRoutes(Board board) {
        this.board = board;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get("/api/v1/visits", this::list);
        config.routes.get("/api/v1/visits/{id}", this::one);
        config.routes.get("/calendar.ics", this::calendar);
    }

    private void list(Context context) {
        List<Visit> found = matching(context);
        context.result(Json.write(Page.of(context, found, Visit::id))).contentType(JSON);
    }

    private void one(Context context) {
        String id = context.pathParam("id");
        Visit visit = board.visit(id).orElseThrow(() -> new ApiProblem(404, "no visit " + id));
        context.result(Json.write(visit)).contentType(JSON);
    }

    private void calendar(Context context) {
        context.result(VisitCalendar.of(matching(context))).contentType("text/calendar; charset=utf-8");
    }

    private List<Visit> matching(Context context) {
        return board.visits().stream().filter(VisitFilter.of(context)).toList();
    }
}
