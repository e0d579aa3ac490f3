package io.visitwatch.app.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.app.api.ApiModule;
import io.visitwatch.app.api.ApiProblem;
import io.visitwatch.app.api.SameOrigin;
import io.visitwatch.app.api.VisitFilter;
import io.visitwatch.app.run.AlertLog;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The routes of the dashboard. */
public final class WebModule implements ApiModule {
    /** Nothing but files and answers of this service; no script or style inside a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final WebData data;
    private final Results results;
    private final Assets assets = new Assets();

    /** A dashboard over {@code data}. */
    public WebModule(WebData data) {
        this.data = data;
        this.results = new Results(data.results());
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.get("/assets/{name}", assets::serve);
        config.routes.get("/", page(this::now));
        config.routes.get("/visits/{id}", page(this::visit));
        config.routes.get("/timeline", page(this::timeline));
        config.routes.get("/feeds", page(this::feeds));
        config.routes.get("/rules", page(this::rules));
        config.routes.post("/rules", page(this::explained));
        config.routes.get("/replay", page(this::replay));
    }

    /** What a page is made of. */
    private record View(String title, Html content, boolean live) {}

    /** A page for a request; refuses with an {@link ApiProblem}. */
    @FunctionalInterface
    private interface Page {
        View view(Context context, Frame frame);
    }

    private io.javalin.http.Handler page(Page page) {
        return context -> {
            // the position comes first: what changes while the page is written is told again, never lost
            String position = position();
            Frame frame = frame(context);
            View view;
            try {
                view = page.view(context, frame);
            } catch (ApiProblem e) {
                context.status(e.status());
                ApiProblem.answered(context);
                view = problem(frame, e);
            }
            context.header("Content-Security-Policy", POLICY);
            // our own forms must be able to say where they come from
            context.header("Referrer-Policy", "same-origin");
            context.header("Content-Language", frame.messages().language());
            context.html(Layout.page(frame, view.title(), view.content(), view.live() ? position : null));
        };
    }

    private View now(Context context, Frame frame) {
        List<Visit> all = data.board().visits();
        List<Visit> chosen = all.stream().filter(VisitFilter.of(context)).toList();
        return new View(
                frame.say("page.now"),
                NowPage.content(frame, all, chosen, data.feeds().get(), data.health()),
                true);
    }

    private View visit(Context context, Frame frame) {
        String id = context.pathParam("id");
        Visit visit = data.board().visit(id).orElseThrow(() -> new ApiProblem(404, "no visit " + id));
        List<Alert> alerts = data.board().alerts().entries().stream()
                .map(AlertLog.Entry::alert)
                .filter(a -> a.visit().id().equals(id))
                .toList();
        return new View(
                frame.name(visit.head()), VisitPage.content(frame, visit, alerts, data.tokenForCommands()), true);
    }

    private View timeline(Context context, Frame frame) {
        String replay = results.hasVisits(frame.asked("replay")) ? frame.asked("replay") : "";
        List<Visit> all = replay.isEmpty() ? data.board().visits() : results.visits(replay);
        List<Visit> chosen = all.stream().filter(VisitFilter.of(context)).toList();
        List<String> replays =
                results.names().stream().filter(results::hasVisits).toList();
        return new View(
                frame.say("timeline.title"), TimelinePage.content(frame, chosen, replay, replays), replay.isEmpty());
    }

    private View feeds(Context context, Frame frame) {
        return new View(
                frame.say("page.feeds"),
                FeedsPage.content(frame, data.feeds().get(), data.board().coverage(), data.health()),
                true);
    }

    private View rules(Context context, Frame frame) {
        return new View(
                frame.say("page.rules"),
                RulesPage.content(frame, RulesPage.Question.NONE, null, data.routing()),
                false);
    }

    private View explained(Context context, Frame frame) {
        SameOrigin.check(context);
        RulesPage.Question question = new RulesPage.Question(
                form(context, "url"), form(context, "text"), form(context, "published"), form(context, "country"));
        return new View(
                frame.say("page.rules"), RulesPage.content(frame, question, answer(question), data.routing()), false);
    }

    private Explainer.@Nullable Answer answer(RulesPage.Question question) {
        String country =
                question.country().matches("[A-Za-z]{2}") ? question.country().toUpperCase(Locale.ROOT) : null;
        Instant now = data.clock().instant();
        if (!question.url().isEmpty()) {
            return data.explainer().page(question.url(), country, now);
        }
        return question.text().isEmpty()
                ? null
                : data.explainer().text(question.text(), country, published(question, now));
    }

    private static Instant published(RulesPage.Question question, Instant now) {
        try {
            return question.published().isEmpty()
                    ? now
                    : LocalDate.parse(question.published())
                            .atTime(LocalTime.NOON)
                            .atZone(Frame.ZONE)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new ApiProblem(400, "'" + question.published() + "' is no day: write 2026-11-22");
        }
    }

    private static String form(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }

    private View replay(Context context, Frame frame) {
        return new View(frame.say("page.replay"), ReplayPage.content(frame, results), false);
    }

    private static View problem(Frame frame, ApiProblem problem) {
        Html html = new Html();
        html.tag("h1", frame.say("problem." + (problem.status() == 404 ? "missing" : "refused")));
        html.open("p", "class", "warn", "lang", "en")
                .bdi(String.valueOf(problem.getMessage()))
                .close("p");
        html.open("p")
                .tag("a", frame.say("problem.back"), "href", frame.href("/"))
                .close("p");
        return new View(frame.say("problem.title"), html, false);
    }

    private Frame frame(Context context) {
        Map<String, String> query = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> {
            if (!values.isEmpty()) {
                query.put(name, values.get(0));
            }
        });
        @Nullable String accepted = context.header("Accept-Language");
        return new Frame(Messages.of(query.get("lang"), accepted), data.clock().instant(), context.path(), query);
    }

    private String position() {
        return data.board().alerts().lastPosition();
    }
}
