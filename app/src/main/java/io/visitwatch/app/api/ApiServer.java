package io.visitwatch.app.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.visitwatch.app.config.ApiSettings;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP port: guards every request, answers every error as a problem. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final long MAX_REQUEST = 1_000_000;
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    private final Javalin javalin;
    private final ApiSettings settings;
    private final SseClients clients;

    private ApiServer(Javalin javalin, ApiSettings settings, SseClients clients) {
        this.javalin = javalin;
        this.settings = settings;
        this.clients = clients;
    }

    /**
     * Opens the port.
     *
     * @param more further routes, such as a dashboard's
     * @throws IllegalArgumentException when the settings would let strangers in
     * @throws IllegalStateException when the port is taken
     */
    public static ApiServer start(ApiSettings settings, ApiData data, List<ApiModule> more) {
        Gate gate = new Gate(settings);
        SseClients clients = new SseClients(data.board().alerts(), data.metrics());
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = MAX_REQUEST;
            config.http.prefer405over404 = true;
            config.routes.before(context -> {
                headers(context);
                gate.check(context);
            });
            errors(config);
            new HealthRoutes(data).install(config);
            new VisitRoutes(data.board()).install(config);
            new AlertRoutes(data.board()).install(config);
            new CoverageRoutes(data.board()).install(config);
            clients.install(config);
            new DocumentRoutes(data).install(config);
            more.forEach(each -> each.install(config));
        });
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            javalin.stop();
            throw new IllegalStateException(
                    "the API cannot listen on " + settings.host() + ":" + settings.port() + " (" + root(e)
                            + "): set api.port to a free one, or to 0",
                    e);
        }
        return new ApiServer(javalin, settings, clients);
    }

    /** Address for a browser on this machine. */
    public String url() {
        boolean any = settings.host().equals("0.0.0.0") || settings.host().equals("::");
        return "http://" + (any ? "127.0.0.1" : settings.host()) + ":" + javalin.port();
    }

    /** What is served, as {@code GET /path}, sorted. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> METHODS.contains(endpoint.method))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        clients.close();
        javalin.stop();
    }

    private static void headers(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        context.header("Cache-Control", "no-store");
    }

    private static void errors(JavalinConfig config) {
        config.routes.exception(
                ApiProblem.class,
                (e, context) -> ApiProblem.write(context, e.status(), "refused", String.valueOf(e.getMessage())));
        config.routes.exception(
                IllegalArgumentException.class,
                (e, context) -> ApiProblem.write(context, 400, "bad request", String.valueOf(e.getMessage())));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> ApiProblem.write(context, e.getStatus(), "refused", String.valueOf(e.getMessage())));
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.error("request for {} failed", context.path(), e);
            ApiProblem.write(context, 500, "internal error", "the log of the service says more");
        });
        config.routes.error(404, context -> {
            if (!ApiProblem.written(context)) {
                ApiProblem.write(context, 404, "not found", "nothing at " + context.path() + ": see /openapi.json");
            }
        });
    }

    private static String root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
