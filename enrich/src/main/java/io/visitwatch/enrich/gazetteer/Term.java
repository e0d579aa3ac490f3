package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which somebody held an office.
 *
 * <p>Dates known to the year or month only are widened: a start to its first day, an end to its last.
 *
 * @param personId who
 * @param country ISO code, or acronym of the organisation ({@code UN}, {@code EU}, {@code NATO}, {@code LAS}), acted for
 * @param officeKind kind of office
 * @param title English title as usually given; empty when the kind says it
 * @param posting ISO code of the country the office is exercised in, for ambassadors and mission heads; null for all others
 * @param start first day; null when unknown
 * @param end last day; null when still in office, or unknown
 * @param lastSeen when it is unknown whether the term has ended: the last day it was known to go on; null otherwise
 */
public record Term(
        String personId,
        String country,
        String officeKind,
        String title,
        @Nullable String posting,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate lastSeen) {
    /** Years a term of unknown end is believed to go on after it was last seen. */
    private static final int BELIEVED_YEARS = 4;

    public Term {
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(officeKind, "officeKind");
        Objects.requireNonNull(title, "title");
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException(
                    personId + " ends as " + officeKind + " on " + end + ", before " + start);
        }
    }

    /** Whether the office was held on this day, as far as is known. */
    public boolean covers(LocalDate day) {
        if (start != null && day.isBefore(start)) {
            return false;
        }
        LocalDate last = lastBelieved();
        return last == null || !day.isAfter(last);
    }

    /** Days between {@code day} and this term; 0 inside it. */
    public long daysAway(LocalDate day) {
        if (start != null && day.isBefore(start)) {
            return start.toEpochDay() - day.toEpochDay();
        }
        LocalDate last = lastBelieved();
        return last == null ? 0 : Math.max(0, day.toEpochDay() - last.toEpochDay());
    }

    /** Whether it is known that, or when, the term ends. */
    public boolean endKnown() {
        return lastSeen == null;
    }

    /** Last day the term is believed to cover; null when it goes on. */
    @Nullable LocalDate lastBelieved() {
        return end != null || lastSeen == null ? end : lastSeen.plusYears(BELIEVED_YEARS);
    }
}
