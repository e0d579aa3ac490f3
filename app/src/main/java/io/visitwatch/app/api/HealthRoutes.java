package io.visitwatch.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.app.run.Health;
import io.visitwatch.model.wire.Json;

/** Whether this process lives, whether it works, and its numbers. */
final class HealthRoutes implements ApiModule {
    private final ApiData data;

    HealthRoutes(ApiData data) {
        this.data = data;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get("/livez", context -> answer(context, data.health().alive()));
        config.routes.get("/readyz", context -> answer(context, data.health().ready()));
        config.routes.get("/healthz", context -> answer(context, data.health().ready()));
        config.routes.get(
                "/metrics",
                context -> context.result(data.metrics().scrape())
                        .contentType("text/plain; version=0.0.4; charset=utf-8"));
    }

    private void answer(Context context, boolean good) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("status", good ? "ok" : "not ready");
        ObjectNode parts = body.putObject("parts");
        data.health().states().forEach((name, state) -> part(parts, name, state));
        context.status(good ? 200 : 503).result(body.toString()).contentType("application/json; charset=utf-8");
    }

    private static void part(ObjectNode parts, String name, Health.State state) {
        parts.putObject(name)
                .put("alive", state.alive())
                .put("ready", state.ready())
                .put("detail", state.detail());
    }
}
