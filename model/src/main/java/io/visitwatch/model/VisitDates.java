package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a visit takes place, as an interval of days in the zone of the watched place.
 *
 * @param start first day it can have begun; null when the text says nothing
 * @param end last day it can have begun (equal to {@code start} for an exact day); null when the text says nothing
 * @param precision how the interval was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitDates(
        @Nullable LocalDate start, @Nullable LocalDate end, Precision precision) {
    /** Nothing known. */
    public static final VisitDates UNKNOWN = new VisitDates(null, null, Precision.NONE);

    public VisitDates {
        Objects.requireNonNull(precision, "precision");
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("visit ends " + end + " before it starts " + start);
        }
    }

    /** How an interval was found. */
    public enum Precision {
        /** The text states the day, absolutely or against the publication day. */
        @JsonProperty("day")
        DAY,
        /** The text states a span of days, such as "next week". */
        @JsonProperty("week")
        WEEK,
        /** The text states a month or a similar span. */
        @JsonProperty("month")
        MONTH,
        /** Only the publication day and the status bound it. */
        @JsonProperty("published")
        PUBLISHED,
        /** Nothing bounds it. */
        @JsonProperty("none")
        NONE
    }
}
