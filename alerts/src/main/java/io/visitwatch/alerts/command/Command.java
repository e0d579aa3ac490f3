package io.visitwatch.alerts.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One verdict of an analyst.
 *
 * @param id stable id chosen by the sender: the same command sent twice counts once
 * @param visitId visit it is about, and key of the record
 * @param verdict what is decided
 * @param at when it was decided, UTC
 * @param by who decided
 * @param note reason in their words; null when none is given
 * @param otherVisitId the visit that is this one, for {@link Verdict#MERGE}; else null
 * @param reportIds the reports of a visit of their own, for {@link Verdict#SPLIT}; else empty
 * @param visitorId the visitor to be called differently, for {@link Verdict#RENAME}; else null
 * @param name the new name, for {@link Verdict#RENAME}; else null
 * @param until end of the silence, for {@link Verdict#SILENCE}; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Command(
        String id,
        String visitId,
        Verdict verdict,
        Instant at,
        String by,
        @Nullable String note,
        @Nullable String otherVisitId,
        List<String> reportIds,
        @Nullable String visitorId,
        @Nullable String name,
        @Nullable Instant until) {
    public Command {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(visitId, "visitId");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        reportIds = reportIds == null ? List.of() : List.copyOf(reportIds);
        boolean complete = switch (verdict) {
            case CONFIRM, REJECT -> true;
            case MERGE -> otherVisitId != null && !otherVisitId.equals(visitId);
            case SPLIT -> !reportIds.isEmpty();
            case RENAME -> visitorId != null && name != null && !name.isBlank();
            case SILENCE -> until != null;
        };
        if (!complete) {
            throw new IllegalArgumentException("command " + id + ": " + verdict + " lacks what it needs");
        }
    }

    /** The visit is true. */
    public static Command confirm(String id, String visitId, Instant at, String by, @Nullable String note) {
        return new Command(id, visitId, Verdict.CONFIRM, at, by, note, null, List.of(), null, null, null);
    }

    /** There is no such visit. */
    public static Command reject(String id, String visitId, Instant at, String by, @Nullable String note) {
        return new Command(id, visitId, Verdict.REJECT, at, by, note, null, List.of(), null, null, null);
    }

    /** {@code otherVisitId} is the same visit as {@code visitId}. */
    public static Command merge(String id, String visitId, String otherVisitId, Instant at, String by) {
        return new Command(id, visitId, Verdict.MERGE, at, by, null, otherVisitId, List.of(), null, null, null);
    }

    /** {@code reportIds} tell of a visit of their own. */
    public static Command split(String id, String visitId, List<String> reportIds, Instant at, String by) {
        return new Command(id, visitId, Verdict.SPLIT, at, by, null, null, reportIds, null, null, null);
    }

    /** The visitor {@code visitorId} is called {@code name}. */
    public static Command rename(String id, String visitId, String visitorId, String name, Instant at, String by) {
        return new Command(id, visitId, Verdict.RENAME, at, by, null, null, List.of(), visitorId, name, null);
    }

    /** Nobody is woken before {@code until}. */
    public static Command silence(String id, String visitId, Instant until, Instant at, String by) {
        return new Command(id, visitId, Verdict.SILENCE, at, by, null, null, List.of(), null, null, until);
    }

    /** The same for this reason. */
    public Command noting(@Nullable String reason) {
        return new Command(id, visitId, verdict, at, by, reason, otherVisitId, reportIds, visitorId, name, until);
    }
}
