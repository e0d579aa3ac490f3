package io.visitwatch.enrich.gazetteer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the dates of terms, which may stop at the month or the year. */
final class TermDates {
    private TermDates() {}

    /**
     * First day of a date.
     *
     * @param text {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD}, or empty
     * @return null when empty
     * @throws IllegalArgumentException when it is none of these
     */
    static @Nullable LocalDate first(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no date: write YYYY, YYYY-MM or YYYY-MM-DD", e);
        }
    }

    /** Last day of a date, as {@link #first}. */
    static @Nullable LocalDate last(String text) {
        LocalDate first = first(text);
        if (first == null) {
            return null;
        }
        return switch (text.length()) {
            case 4 -> first.withMonth(12).withDayOfMonth(31);
            case 7 -> YearMonth.from(first).atEndOfMonth();
            default -> first;
        };
    }
}
