package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.ingest.push.Subscriber;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where WebSub hubs come back to. They carry no token of ours: each address ends with one that only its hub was told, and what they
 * bring is signed.
 */
public final class HubRoutes implements ApiModule {
    /** Everything hubs may reach begins so. */
    static final String PATH = "/websub/";

    private final Supplier<@Nullable Subscriber> subscriber;

    /**
     * Routes for hubs.
     *
     * @param subscriber what answers them; null while it has not started
     */
    public HubRoutes(Supplier<@Nullable Subscriber> subscriber) {
        this.subscriber = subscriber;
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get(PATH + "{feed}/{token}", context -> answer(context, verify(context)));
        config.routes.post(PATH + "{feed}/{token}", context -> answer(context, deliver(context)));
    }

    private Subscriber.Reply verify(Context context) {
        Subscriber running = running();
        Map<String, String> parameters = context.queryParamMap().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0)));
        return running.verify(context.pathParam("feed"), context.pathParam("token"), parameters);
    }

    private Subscriber.Reply deliver(Context context) {
        return running()
                .deliver(
                        context.pathParam("feed"),
                        context.pathParam("token"),
                        context.header("X-Hub-Signature"),
                        context.header("Content-Type"),
                        context.bodyAsBytes());
    }

    private Subscriber running() {
        Subscriber running = subscriber.get();
        if (running == null) {
            throw new ApiProblem(503, "ingest has not started");
        }
        return running;
    }

    /** Plain text, so that a challenge is never taken for a page. */
    private static void answer(Context context, Subscriber.Reply reply) {
        context.status(reply.status()).contentType("text/plain; charset=utf-8").result(reply.body());
    }
}
