package io.visitwatch.app.api;

import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A page of another site can make a browser post a form here, but it cannot hide where the form comes from. */
public final class SameOrigin {
    private SameOrigin() {}

    /**
     * Lets a request pass that comes from our own pages or from no browser at all.
     *
     * @throws ApiProblem for a request from another site
     */
    public static void check(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new ApiProblem(403, "this is taken from this dashboard only, not from another site");
        }
        String origin = context.header("Origin");
        if (origin != null && !sameHost(origin, context.header("Host"))) {
            throw new ApiProblem(403, "origin '" + origin + "' may not send this");
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) { // words that are no address
            return false;
        }
    }
}
