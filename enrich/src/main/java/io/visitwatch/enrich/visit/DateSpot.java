package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.date.DateMention;
import io.visitwatch.enrich.date.DatePrecision;
import java.time.LocalDate;

/**
 * A date said in a sentence.
 *
 * @param token first token it covers
 * @param date the date
 */
record DateSpot(int token, DateMention date) {
    /** Days before publication after which a visit is background. */
    static final int NEWS_DAYS = 14;

    static final int NEXT_DAYS = 2;

    /** Whether all of it lies too long before {@code day} to be news. */
    boolean old(LocalDate day) {
        return date.end().isBefore(day.minusDays(NEWS_DAYS));
    }

    /** Whether it lies in the days before {@code day}, or on it. */
    boolean fresh(LocalDate day) {
        boolean narrow = date.precision() == DatePrecision.DAY || date.precision() == DatePrecision.DAYS;
        return narrow && !old(day) && !date.start().isAfter(day);
    }

    /** Whether it is a weekday that may be the one before publication or the one after. */
    boolean open() {
        return date.alternative() != null;
    }

    /** Whether it is an open weekday one of whose readings is one of the next days after {@code day}. */
    boolean near(LocalDate day) {
        LocalDate other = date.alternative();
        LocalDate later = other != null && other.isAfter(date.start()) ? other : date.start();
        return other != null && later.isAfter(day) && !later.isAfter(day.plusDays(NEXT_DAYS));
    }

    /** Whether all of it lies after {@code day}. */
    boolean ahead(LocalDate day) {
        return date.start().isAfter(day);
    }
}
