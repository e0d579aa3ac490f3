package io.visitwatch.enrich.gazetteer.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as foreign sources write them: from a bare year to an instant, unknown parts left out or zero. */
final class ImportDates {
    private static final Pattern DATE = Pattern.compile("\\+?(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?(?:T.*)?");

    private ImportDates() {}

    /** First day the text can mean; null when it is empty or no date. */
    static @Nullable LocalDate first(String text) {
        return read(text, false);
    }

    /** Last day the text can mean; null when it is empty or no date. */
    static @Nullable LocalDate last(String text) {
        return read(text, true);
    }

    private static @Nullable LocalDate read(String text, boolean last) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = number(matcher.group(2));
        int day = number(matcher.group(3));
        try {
            if (month == 0) {
                return last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
            }
            if (day == 0) {
                YearMonth whole = YearMonth.of(year, month);
                return last ? whole.atEndOfMonth() : whole.atDay(1);
            }
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
