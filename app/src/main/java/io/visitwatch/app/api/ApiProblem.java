package io.visitwatch.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.visitwatch.model.wire.Json;

/** A request that cannot be answered, told as {@code application/problem+json} (RFC 9457). */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String WRITTEN = "visitwatch.problem";

    private final int status;

    /** A problem with an HTTP status and one line of what to do. */
    public ApiProblem(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Notes that this problem is answered in another form, such as a page. */
    public static void answered(Context context) {
        context.attribute(WRITTEN, true);
    }

    /** Whether this request has been answered with a problem already. */
    static boolean written(Context context) {
        return context.attribute(WRITTEN) != null;
    }

    /** Writes the answer. */
    static void write(Context context, int status, String title, String detail) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        body.put("instance", context.path());
        context.attribute(WRITTEN, true);
        context.status(status).result(body.toString()).contentType("application/problem+json; charset=utf-8");
    }
}
