package io.visitwatch.alerts.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.model.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visit in short, kept for base rates when all else is forgotten.
 *
 * @param id id of the visit
 * @param watch watched place
 * @param country country or organisation of the head visitor
 * @param visitorIds ids of all visitors
 * @param officeKind office of the head visitor; null when unknown
 * @param start first day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastVisit(
        String id,
        String watch,
        String country,
        List<String> visitorIds,
        @Nullable String officeKind,
        LocalDate start) {
    public PastVisit {
        Objects.requireNonNull(id, "id");
        visitorIds = List.copyOf(visitorIds);
        Objects.requireNonNull(start, "start");
    }

    static PastVisit of(Visit visit, LocalDate start) {
        return new PastVisit(
                visit.id(),
                visit.place().watch(),
                visit.head().country(),
                visit.visitors().stream().map(v -> v.id()).toList(),
                visit.head().officeKind(),
                start);
    }
}
