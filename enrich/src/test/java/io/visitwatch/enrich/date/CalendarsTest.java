package io.visitwatch.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known days of three calendars, and the years that may stand in the news. */
class CalendarsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SOLAR, 1403, 1, 1, 2024-03-20",
                "SOLAR, 1403, 6, 31, 2024-09-21",
                "SOLAR, 1403, 7, 1, 2024-09-22",
                "SOLAR, 1403, 8, 1, 2024-10-22",
                "SOLAR, 1403, 12, 30, 2025-03-20",
                "SOLAR, 1402, 12, 29, 2024-03-19",
                "SOLAR, 1375, 11, 25, 1997-02-13",
                "SOLAR, 1403, 6, 32, -",
                "SOLAR, 1403, 7, 31, -",
                "LUNAR, 1445, 9, 1, 2024-03-11",
                "LUNAR, 1446, 1, 1, 2024-07-07",
                "LUNAR, 1446, 13, 1, -",
                "GREGORIAN, 2024, 2, 29, 2024-02-29",
                "GREGORIAN, 2023, 2, 29, -"
            })
    void knowsTheDay(Calendars calendar, int year, int month, int day, @Nullable LocalDate expected) {
        assertThat(calendar.day(year, month, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GREGORIAN, 2024-03-20, 2024",
        "SOLAR, 2024-01-31, 1402",
        "SOLAR, 2024-02-29, 1402",
        "SOLAR, 2024-03-20, 1402",
        "SOLAR, 2024-03-21, 1403",
        "SOLAR, 2024-04-01, 1403",
        "LUNAR, 2024-07-06, 1445",
        "LUNAR, 2024-07-07, 1446"
    })
    void knowsTheYearOfADay(Calendars calendar, LocalDate date, int year) {
        assertThat(calendar.yearOf(date)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({"GREGORIAN, 1900, 2100", "SOLAR, 1300, 1419", "LUNAR, 1420, 1480"})
    void aNumberIsAYearWithinTheNews(Calendars calendar, int first, int last) {
        assertThat(calendar.isYear(first - 1)).isFalse();
        assertThat(calendar.isYear(first)).isTrue();
        assertThat(calendar.isYear(last)).isTrue();
        assertThat(calendar.isYear(last + 1)).isFalse();
    }

    @Test
    void takesTheNearestYearThatHasTheDay() {
        LocalDate near = LocalDate.of(2024, 7, 1);
        assertThat(Calendars.GREGORIAN.nearest(12, 31, near.plusDays(1))).isEqualTo("2024-12-31");
        assertThat(Calendars.GREGORIAN.nearest(1, 1, near))
                .as("182 days back, 184 ahead")
                .isEqualTo("2024-01-01");
        assertThat(Calendars.GREGORIAN.nearest(1, 2, LocalDate.of(2024, 7, 3)))
                .as("183 days either way: the earlier")
                .isEqualTo("2024-01-02");
        assertThat(Calendars.GREGORIAN.nearest(2, 29, LocalDate.of(2022, 3, 1))).isNull();
        assertThat(Calendars.GREGORIAN.lastOfMonth(LocalDate.of(2024, 2, 1))).isEqualTo("2024-02-29");
        assertThat(Calendars.LUNAR.lastOfMonth(LocalDate.of(2024, 3, 11))).isEqualTo("2024-04-09");
    }
}
