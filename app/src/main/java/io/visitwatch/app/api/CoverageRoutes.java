package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.app.run.Board;
import io.visitwatch.model.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read and what was not, by watched place and day. */
final class CoverageRoutes implements ApiModule {
    private final Board board;

    CoverageRoutes(Board board) {
        this.board = board;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get("/api/v1/coverage", this::list);
    }

    /** The parameter {@code watch} chooses one place. */
    private void list(Context context) {
        @Nullable String watch = context.queryParam("watch");
        List<CoverageStatement> found = board.coverage().stream()
                .filter(each -> watch == null || watch.isBlank() || each.watch().equals(watch))
                .toList();
        context.result(Json.write(Page.of(context, found, CoverageStatement::key)))
                .contentType("application/json; charset=utf-8");
    }
}
