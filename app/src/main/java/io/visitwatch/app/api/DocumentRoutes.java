package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The description of the API, and the feeds that are read. */
final class DocumentRoutes implements ApiModule {
    private final ApiData data;
    private final String openApi = resource("openapi.json");

    DocumentRoutes(ApiData data) {
        this.data = data;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get(
                "/openapi.json", context -> context.result(openApi).contentType("application/json; charset=utf-8"));
        config.routes.get(
                "/api/v1/feeds",
                context -> context.result(
                                Json.write(Map.of("items", data.feeds().get())))
                        .contentType("application/json; charset=utf-8"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DocumentRoutes.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
