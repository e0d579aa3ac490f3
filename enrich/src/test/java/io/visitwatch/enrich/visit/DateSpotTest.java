package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.date.DateDirection;
import io.visitwatch.enrich.date.DateMention;
import io.visitwatch.enrich.date.DatePrecision;
import io.visitwatch.model.TextSpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A date of a sentence beside the day of publication. */
class DateSpotTest {
    private static final LocalDate DAY = Texts.DAY;

    @Test
    void isOldWhenAllOfItLiesMoreThanTwoWeeksBack() {
        assertThat(days(-20, -15).old(DAY)).isTrue();
        assertThat(days(-20, -14).old(DAY)).isFalse();
    }

    @Test
    void isFreshInThoseTwoWeeksUpToTheDay() {
        assertThat(days(0, 0).fresh(DAY)).isTrue();
        assertThat(days(-14, -14).fresh(DAY)).isTrue();
        assertThat(days(-15, -15).fresh(DAY)).isFalse();
        assertThat(days(1, 1).fresh(DAY)).isFalse();
        assertThat(spot(-1, 1, DatePrecision.DAYS, null).fresh(DAY)).isTrue();
        assertThat(spot(-6, 0, DatePrecision.WEEK, null).fresh(DAY)).isFalse();
    }

    @Test
    void liesAheadWhenItBeginsAfterTheDay() {
        assertThat(days(1, 2).ahead(DAY)).isTrue();
        assertThat(days(0, 2).ahead(DAY)).isFalse();
    }

    @Test
    void isOpenWhenAWeekdayHasAnotherReading() {
        assertThat(days(-1, -1).open()).isFalse();
        assertThat(spot(-1, -1, DatePrecision.DAY, DAY.plusDays(6)).open()).isTrue();
    }

    @Test
    void isNearWhenEitherReadingIsOneOfTheNextDays() {
        assertThat(spot(-5, -5, DatePrecision.DAY, DAY.plusDays(2)).near(DAY)).isTrue();
        assertThat(spot(2, 2, DatePrecision.DAY, DAY.minusDays(5)).near(DAY)).isTrue();
        assertThat(spot(0, 0, DatePrecision.DAY, DAY.minusDays(7)).near(DAY)).isFalse();
        assertThat(spot(-1, -1, DatePrecision.DAY, DAY.plusDays(DateSpot.NEXT_DAYS))
                        .near(DAY))
                .isTrue();
        assertThat(spot(-1, -1, DatePrecision.DAY, DAY.plusDays(DateSpot.NEXT_DAYS + 1))
                        .near(DAY))
                .isFalse();
        assertThat(days(2, 2).near(DAY)).isFalse();
    }

    private static DateSpot days(int from, int to) {
        return spot(from, to, DatePrecision.DAY, null);
    }

    private static DateSpot spot(int from, int to, DatePrecision precision, @Nullable LocalDate other) {
        return new DateSpot(
                0,
                new DateMention(
                        new TextSpan(0, 1),
                        DAY.plusDays(from),
                        DAY.plusDays(to),
                        precision,
                        DateDirection.OPEN,
                        other));
    }
}
