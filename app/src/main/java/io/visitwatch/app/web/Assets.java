package io.visitwatch.app.web;

import io.javalin.http.Context;
import io.visitwatch.app.api.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** Style, script and icon of the dashboard, held in memory. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private static final Map<String, byte[]> FILES = Map.of(
            "app.css", read("app.css"),
            "app.js", read("app.js"),
            "icon.svg", read("icon.svg"));

    /** Changes with any of the files: a page and its script are always of one version. */
    private static final String VERSION = version();

    /** The address of a file, good for as long as the file stays as it is. */
    static String address(String name) {
        return "/assets/" + name + "?v=" + VERSION;
    }

    private static String version() {
        CRC32 sum = new CRC32();
        FILES.keySet().stream().sorted().forEach(name -> sum.update(FILES.get(name)));
        return Long.toHexString(sum.getValue());
    }

    void serve(Context context) {
        String name = context.pathParam("name");
        byte[] body = FILES.get(name);
        if (body == null) {
            throw new ApiProblem(404, "no file " + name);
        }
        // an address with a version never changes its content; without one it is asked again each time
        boolean fixed = VERSION.equals(context.queryParam("v"));
        context.header("Cache-Control", fixed ? "public, max-age=31536000, immutable" : "no-cache");
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
