package io.visitwatch.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void showsTheYearsBehindAndLittleOfTheEmptyFuture() {
        TimeWindow window = TimeWindow.of("24y", "", TODAY);
        assertThat(window.end()).isBetween(TODAY.plusDays(3), TODAY.plusDays(60));
        assertThat(window.start()).isBefore(LocalDate.of(2003, 2, 1));
    }

    @Test
    void zoomsAroundTodayWhereTodayIsShownElseAroundTheMiddle() {
        TimeWindow month = TimeWindow.of("month", "", TODAY);
        assertThat(month.at(TimeWindow.Zoom.YEARS_24, TODAY)).isEqualTo(TimeWindow.of("24y", "", TODAY));
        TimeWindow past = TimeWindow.of("year", "2010-12-31", TODAY);
        TimeWindow week = past.at(TimeWindow.Zoom.WEEK, TODAY);
        assertThat(week.touches(LocalDate.of(2010, 7, 1), LocalDate.of(2010, 7, 3)))
                .isTrue();
        assertThat(past.at(TimeWindow.Zoom.YEARS_24, TODAY).end()).isBeforeOrEqualTo(TODAY.plusDays(60));
    }

    @Test
    void takesAMistypedDayForToday() {
        assertThat(TimeWindow.of("year", "soon", TODAY)).isEqualTo(TimeWindow.of("year", "", TODAY));
    }
}
