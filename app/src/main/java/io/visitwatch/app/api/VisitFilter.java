package io.visitwatch.app.api;

import io.javalin.http.Context;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Query parameters that choose visits; all given ones must hold. */
public final class VisitFilter {
    private VisitFilter() {}

    /**
     * {@code country}, {@code status}, {@code watch}, {@code visitor} (part of a name), {@code from} and {@code to} (days the visit
     * may touch), {@code confirmed}, {@code open}.
     */
    public static Predicate<Visit> of(Context context) {
        List<Predicate<Visit>> all = new ArrayList<>();
        given(
                context,
                "country",
                value -> all.add(v -> anyVisitor(v, w -> w.country().equalsIgnoreCase(value))));
        given(context, "visitor", value -> {
            String part = value.toLowerCase(Locale.ROOT);
            all.add(v -> anyVisitor(v, w -> searchable(w).contains(part)));
        });
        given(context, "status", value -> {
            VisitStatus status = status(value);
            all.add(v -> v.status() == status);
        });
        given(context, "watch", value -> all.add(v -> v.place().watch().equals(value)));
        given(context, "from", value -> {
            LocalDate from = day(value);
            all.add(v -> v.dates().end() != null && !v.dates().end().isBefore(from));
        });
        given(context, "to", value -> {
            LocalDate to = day(value);
            all.add(v -> v.dates().start() != null && !v.dates().start().isAfter(to));
        });
        given(context, "confirmed", value -> all.add(v -> v.confirmed() == truth(value)));
        given(context, "open", value -> all.add(v -> v.closed() != truth(value)));
        return all.stream().reduce(v -> true, Predicate::and);
    }

    private static void given(Context context, String name, java.util.function.Consumer<String> use) {
        @Nullable String value = context.queryParam(name);
        if (value != null && !value.isBlank()) {
            use.accept(value.strip());
        }
    }

    private static boolean anyVisitor(Visit visit, Predicate<Visitor> test) {
        return visit.visitors().stream().anyMatch(test);
    }

    private static String searchable(Visitor visitor) {
        return (visitor.name() + " " + Objects.requireNonNullElse(visitor.role(), "") + " " + visitor.id())
                .toLowerCase(Locale.ROOT);
    }

    private static VisitStatus status(String value) {
        return Arrays.stream(VisitStatus.values())
                .filter(s -> s.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        400, "status '" + value + "' is none of " + Arrays.toString(VisitStatus.values())));
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new ApiProblem(400, "'" + value + "' is no day: write 2026-11-22");
        }
    }

    private static boolean truth(String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new ApiProblem(400, "'" + value + "' is neither true nor false");
    }
}
