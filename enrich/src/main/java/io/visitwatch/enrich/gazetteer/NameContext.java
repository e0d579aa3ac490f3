package io.visitwatch.enrich.gazetteer;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about a person besides the name.
 *
 * @param country country or organisation; null when not said
 * @param officeKind kind of office; null when not said
 * @param day day of the text; null when unknown
 */
record NameContext(
        @Nullable String country,
        @Nullable String officeKind,
        @Nullable LocalDate day) {
    private static final double COUNTRY_AGREES = 0.15;
    private static final double COUNTRY_DIFFERS = -0.4;
    private static final double OFFICE_AGREES = 0.15;
    private static final double IN_OFFICE = 0.1;
    private static final double LONG_AGO = -0.2;
    private static final int NEAR_DAYS = 400;

    /** The person's best office in this context, and the score with what speaks for and against. */
    NameMatch weigh(Person person, double nameScore) {
        Term best = person.terms().stream()
                .max(Comparator.comparingDouble(this::fit))
                .orElse(null);
        double score = nameScore + (best == null ? 0 : fit(best));
        return new NameMatch(person, best, Math.max(0, Math.min(1, score)));
    }

    private double fit(Term term) {
        double fit = 0;
        if (country != null) {
            fit += term.country().equals(country) ? COUNTRY_AGREES : COUNTRY_DIFFERS;
        }
        if (officeKind != null && term.officeKind().equals(officeKind)) {
            fit += OFFICE_AGREES;
        }
        if (day != null) {
            long away = term.daysAway(day);
            fit += away == 0 ? IN_OFFICE : away > NEAR_DAYS ? LONG_AGO : 0;
        }
        return fit;
    }
}
