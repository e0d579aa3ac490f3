package io.visitwatch.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.command.Verdict;
import io.visitwatch.app.config.ApiSettings;
import io.visitwatch.app.run.Board;
import io.visitwatch.model.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the verdicts of analysts, as JSON or from a form, and hands them to the commands topic.
 *
 * <p>Nothing here rests on a cookie. A browser that sends a request for another site is refused by the origin it names; beyond this
 * machine, and wherever a token that may change things is configured, such a token is needed.
 */
public final class CommandRoutes implements ApiModule {
    private static final String PATH = "/api/v1/commands";
    private static final ZoneId FORM_ZONE = ZoneId.of("Asia/Baghdad");
    private static final int LONGEST = 500;

    private final Gate gate;
    private final Board board;
    private final Consumer<Command> sink;
    private final InstantSource clock;

    /**
     * The routes.
     *
     * @param sink keeps a command or throws {@link ApiProblem}
     */
    public CommandRoutes(ApiSettings settings, Board board, Consumer<Command> sink, InstantSource clock) {
        this.gate = new Gate(settings);
        this.board = board;
        this.sink = sink;
        this.clock = clock;
    }

    /** Whether a command needs a token under these settings. */
    public static boolean tokenNeeded(ApiSettings settings) {
        return !Gate.loopback(settings.host()) || settings.tokens().stream().anyMatch(ApiSettings.Token::admin);
    }

    @Override
    public void install(JavalinConfig config) {
        config.routes.post(PATH, this::take);
    }

    private void take(Context context) {
        SameOrigin.check(context);
        boolean form = String.valueOf(context.contentType()).startsWith("application/x-www-form-urlencoded");
        gate.checkAdmin(context, form ? context.formParam("token") : null);
        Command command = form ? fromForm(context) : fromJson(context);
        if (board.visit(command.visitId()).isEmpty()) {
            throw new ApiProblem(404, "no visit " + command.visitId());
        }
        if (command.otherVisitId() != null
                && board.visit(command.otherVisitId()).isEmpty()) {
            throw new ApiProblem(404, "no visit " + command.otherVisitId());
        }
        sink.accept(command);
        @Nullable String back = form ? context.formParam("back") : null;
        if (back != null && back.startsWith("/visits/")) {
            context.header("Location", back).status(303);
        } else {
            context.status(202).result(Json.write(command)).contentType("application/json; charset=utf-8");
        }
    }

    private Command fromJson(Context context) {
        try {
            return Json.read(context.body(), Command.class);
        } catch (JsonProcessingException e) {
            throw new ApiProblem(400, "no command as JSON: " + e.getOriginalMessage());
        }
    }

    private Command fromForm(Context context) {
        String visit = given(context, "visitId");
        Verdict verdict = verdict(given(context, "verdict"));
        String note = context.formParam("note");
        List<String> reports = verdict == Verdict.SPLIT ? context.formParams("reportIds") : List.of();
        try {
            return new Command(
                    UUID.randomUUID().toString(),
                    visit,
                    verdict,
                    clock.instant(),
                    given(context, "by"),
                    note == null || note.isBlank() ? null : shortened(note),
                    verdict == Verdict.MERGE ? given(context, "otherVisitId") : null,
                    reports,
                    verdict == Verdict.RENAME ? given(context, "visitorId") : null,
                    verdict == Verdict.RENAME ? given(context, "name") : null,
                    verdict == Verdict.SILENCE ? until(given(context, "until")) : null);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(400, String.valueOf(e.getMessage()));
        }
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ApiProblem(400, "verdict '" + word + "' is none of " + Arrays.toString(Verdict.values())));
    }

    private static Instant until(String text) {
        try {
            return LocalDateTime.parse(text).atZone(FORM_ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new ApiProblem(400, "'" + text + "' is no time: write 2026-11-22T18:00, in the time of Baghdad");
        }
    }

    private static String given(Context context, String name) {
        String value = Objects.requireNonNullElse(context.formParam(name), "").strip();
        if (value.isEmpty()) {
            throw new ApiProblem(400, "the form lacks " + name);
        }
        return shortened(value);
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }
}
