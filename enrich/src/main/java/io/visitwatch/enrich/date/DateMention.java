package io.visitwatch.enrich.date;

import io.visitwatch.model.TextSpan;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date said in a text.
 *
 * @param span where, in the original text
 * @param start first day meant
 * @param end last day meant, not before {@code start}
 * @param precision how narrow it is
 * @param direction which side of the publication day the wording points to
 * @param alternative the first day under the other reading of an open weekday (the one after instead of the one before the
 *     publication day, or the reverse); null when there is one reading
 */
public record DateMention(
        TextSpan span,
        LocalDate start,
        LocalDate end,
        DatePrecision precision,
        DateDirection direction,
        @Nullable LocalDate alternative) {
    public DateMention {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(direction, "direction");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("date ends " + end + " before it starts " + start);
        }
    }

    /** This mention read the other way, itself when it has no other reading. */
    public DateMention otherReading() {
        return alternative == null
                ? this
                : new DateMention(
                        span,
                        /* start= */ alternative,
                        /* end= */ alternative,
                        precision,
                        direction,
                        /* alternative= */ start);
    }
}
