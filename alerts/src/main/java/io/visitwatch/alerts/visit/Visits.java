package io.visitwatch.alerts.visit;

import io.visitwatch.model.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of a visit with one thing changed. */
final class Visits {
    private Visits() {}

    static Visit overdue(Visit v) {
        return with(
                v,
                v.version() + 1,
                v.sources(),
                v.notes(),
                v.closed(),
                true,
                v.retracted(),
                v.mergedInto(),
                v.repeats());
    }

    static Visit closed(Visit v) {
        return with(
                v,
                v.version() + 1,
                v.sources(),
                v.notes(),
                true,
                v.overdue(),
                v.retracted(),
                v.mergedInto(),
                v.repeats());
    }

    /** Nothing is left of it: who and when stay readable, the sources are gone. */
    static Visit retracted(Visit v, Instant at) {
        return at(
                with(v, v.version() + 1, List.of(), v.notes(), true, v.overdue(), true, v.mergedInto(), v.repeats()),
                at);
    }

    static Visit merged(Visit v, String into, Instant at) {
        return at(
                with(v, v.version() + 1, List.of(), v.notes(), true, v.overdue(), v.retracted(), into, v.repeats()),
                at);
    }

    /** The derived visit with what only the ledger remembers. */
    static Visit remembered(Visit derived, Visit before) {
        boolean same = before.status().coarse() == derived.status().coarse();
        Visit kept = with(
                derived,
                before.version(),
                derived.sources(),
                derived.notes(),
                before.closed(),
                before.overdue() && same,
                derived.retracted(),
                before.mergedInto(),
                before.repeats());
        return kept.equals(before) ? before : version(kept, before.version() + 1);
    }

    static Visit repeated(Visit v) {
        return with(
                v,
                v.version() + 1,
                v.sources(),
                v.notes(),
                v.closed(),
                v.overdue(),
                v.retracted(),
                v.mergedInto(),
                v.repeats() + 1);
    }

    private static Visit version(Visit v, int version) {
        return with(
                v,
                version,
                v.sources(),
                v.notes(),
                v.closed(),
                v.overdue(),
                v.retracted(),
                v.mergedInto(),
                v.repeats());
    }

    private static Visit at(Visit v, Instant at) {
        Instant updated = at.isAfter(v.updatedAt()) ? at : v.updatedAt();
        return new Visit(
                v.id(),
                v.version(),
                v.visitors(),
                v.place(),
                v.dates(),
                v.status(),
                v.hosts(),
                v.confidence(),
                v.confirmed(),
                v.independentSources(),
                v.history(),
                v.sources(),
                v.notes(),
                v.openedAt(),
                updated,
                v.closed(),
                v.purpose(),
                v.stops(),
                v.repeats(),
                v.overdue(),
                v.retracted(),
                v.mergedInto(),
                v.silencedUntil());
    }

    private static Visit with(
            Visit v,
            int version,
            List<Visit.Source> sources,
            List<String> notes,
            boolean closed,
            boolean overdue,
            boolean retracted,
            @Nullable String mergedInto,
            int repeats) {
        return new Visit(
                v.id(),
                version,
                v.visitors(),
                v.place(),
                v.dates(),
                v.status(),
                v.hosts(),
                v.confidence(),
                v.confirmed(),
                v.independentSources(),
                v.history(),
                sources,
                notes,
                v.openedAt(),
                v.updatedAt(),
                closed,
                v.purpose(),
                v.stops(),
                repeats,
                overdue,
                retracted,
                mergedInto,
                v.silencedUntil());
    }
}
