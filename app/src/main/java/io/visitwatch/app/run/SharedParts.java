package io.visitwatch.app.run;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the states of one visit share what is equal in them. Every alert carries the whole visit as it was then: held each for
 * itself, a visit that a hundred articles tell of would be in memory with five thousand sources.
 */
final class SharedParts {
    private SharedParts() {}

    /** {@code now}, equal to what it was, made of the parts of {@code before} where they are equal. */
    static Visit of(Visit now, Visit before) {
        return new Visit(
                now.id(),
                now.version(),
                same(now.visitors(), before.visitors()),
                now.place().equals(before.place()) ? before.place() : now.place(),
                now.dates(),
                now.status(),
                same(now.hosts(), before.hosts()),
                now.confidence(),
                now.confirmed(),
                now.independentSources(),
                same(now.history(), before.history()),
                same(now.sources(), before.sources()),
                now.notes(),
                now.openedAt(),
                now.updatedAt(),
                now.closed(),
                now.purpose(),
                same(now.stops(), before.stops()),
                now.repeats(),
                now.overdue(),
                now.retracted(),
                now.mergedInto(),
                now.silencedUntil());
    }

    /** The same alert about {@code visit}. */
    static Alert about(Alert alert, Visit visit) {
        return new Alert(
                alert.id(),
                alert.change(),
                alert.at(),
                alert.summary(),
                visit,
                alert.previousStatus(),
                alert.evidence(),
                alert.reportId(),
                alert.rules(),
                alert.scoreParts(),
                alert.baseRates(),
                alert.backfill(),
                alert.dataVersion());
    }

    private static <T> List<T> same(List<T> now, List<T> before) {
        if (now.equals(before)) {
            return before;
        }
        Map<T, T> known = new HashMap<>();
        before.forEach(each -> known.put(each, each));
        return now.stream().map(each -> known.getOrDefault(each, each)).toList();
    }
}
