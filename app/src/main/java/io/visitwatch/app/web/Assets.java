package io.visitwatch.app.web;

import io.javalin.http.Context;
import io.visitwatch.app.api.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Style, script and icon of the dashboard, held in memory. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, byte[]> files = Map.of(
            "app.css", read("app.css"),
            "app.js", read("app.js"),
            "icon.svg", read("icon.svg"));

    void serve(Context context) {
        String name = context.pathParam("name");
        byte[] body = files.get(name);
        if (body == null) {
            throw new ApiProblem(404, "no file " + name);
        }
        // asked again after an update of the program: a page and its script are always of one version
        context.header("Cache-Control", "no-cache");
        context.contentType(Objects.requireNonNull(TYPES.get(name))).result(body);
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
