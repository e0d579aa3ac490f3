package io.visitwatch.alerts.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Coverage coverage = new Coverage(CoverageConfig.standard());

    private static List<FeedHealth> feeds(int alive, int dead) {
        List<FeedHealth> feeds = new ArrayList<>();
        for (int i = 0; i < alive; i++) {
            feeds.add(new FeedHealth("live-" + i, true, Instant.parse("2026-03-02T00:00:00Z"), ""));
        }
        for (int i = 0; i < dead; i++) {
            feeds.add(new FeedHealth("dead-" + i, false, Instant.parse("2026-02-27T00:00:00Z"), "HTTP 503"));
        }
        return feeds;
    }

    private CoverageStatement day(
            LocalDate day, List<CoverageStatement> before, List<FeedHealth> feeds, int ar, int en) {
        return coverage.state("baghdad", day, feeds, new TreeMap<>(Map.of("ar", ar, "en", en)), before);
    }

    private List<CoverageStatement> twoUsualWeeks() {
        List<CoverageStatement> days = new ArrayList<>();
        for (int i = 14; i > 0; i--) {
            boolean weekend = i % 7 == 3;
            days.add(day(MONDAY.minusDays(i), days, feeds(10, 0), weekend ? 20 : 100, 50));
        }
        return days;
    }

    @Test
    void aUsualDayIsFullyCovered() {
        CoverageStatement usual = day(MONDAY, twoUsualWeeks(), feeds(10, 0), 90, 55);
        assertThat(usual.level()).isEqualTo(CoverageLevel.FULL);
        assertThat(usual.fell()).isFalse();
        assertThat(usual.usual()).containsEntry("ar", 100).containsEntry("en", 50);
    }

    @Test
    void aLanguageThatFallsSilentIsAnAlert() {
        CoverageStatement fallen = day(MONDAY, twoUsualWeeks(), feeds(10, 0), 10, 50);
        assertThat(fallen.level()).isEqualTo(CoverageLevel.REDUCED);
        assertThat(fallen.fell()).isTrue();
        assertThat(fallen.gaps())
                .containsExactly(new CoverageGap(CoverageGap.Kind.LANGUAGE_FELL, "ar", "10 articles, usually 100"));
        assertThat(fallen.summary())
                .isEqualTo("Coverage of baghdad on 2026-03-02 is reduced (was full): 10 of 10 feeds alive, "
                        + "60 articles in 2 languages; ar: 10 articles, usually 100");
    }

    @Test
    void aQuietWeekendIsNoFall() {
        CoverageStatement friday = day(MONDAY.minusDays(3).plusDays(7), twoUsualWeeks(), feeds(10, 0), 18, 50);
        assertThat(friday.gaps()).isEmpty();
    }

    @Test
    void deadFeedsAreNamedWithTheirReason() {
        CoverageStatement reduced = day(MONDAY, twoUsualWeeks(), feeds(6, 4), 90, 50);
        assertThat(reduced.level()).isEqualTo(CoverageLevel.REDUCED);
        assertThat(reduced.gaps()).hasSize(4);
        assertThat(reduced.gaps().get(0).detail()).isEqualTo("last read 2026-02-27T00:00:00Z: HTTP 503");
    }

    @Test
    void nearlyNothingReadIsCoverageLost() {
        assertThat(day(MONDAY, twoUsualWeeks(), feeds(10, 0), 5, 2).level()).isEqualTo(CoverageLevel.LOST);
        assertThat(day(MONDAY, twoUsualWeeks(), feeds(2, 8), 90, 50).level()).isEqualTo(CoverageLevel.LOST);
        assertThat(day(MONDAY, List.of(), List.of(), 0, 0).level()).isEqualTo(CoverageLevel.LOST);
    }

    @Test
    void tellsAFallOnceAndThenTheRecovery() {
        List<CoverageStatement> days = twoUsualWeeks();
        days.add(day(MONDAY, days, feeds(6, 4), 100, 50));
        days.add(day(MONDAY.plusDays(1), days, feeds(6, 4), 100, 50));
        days.add(day(MONDAY.plusDays(2), days, feeds(10, 0), 100, 50));
        assertThat(days.subList(14, 17)).extracting(CoverageStatement::fell).containsExactly(true, false, false);
        assertThat(days.get(16).recovered()).isTrue();
    }

    @Test
    void aStatementSurvivesTheWire() throws Exception {
        CoverageStatement statement = day(MONDAY, twoUsualWeeks(), feeds(6, 4), 90, 50);
        assertThat(Json.read(Json.write(statement), CoverageStatement.class)).isEqualTo(statement);
        assertThat(statement.key()).isEqualTo("baghdad/2026-03-02");
    }

    @Test
    void countsArticlesByDayAndLanguageAndForgetsOldDays() {
        ArticleTally tally = new ArticleTally(2);
        tally.add(Instant.parse("2026-03-01T23:59:00Z"), "ar");
        tally.add(Instant.parse("2026-03-02T00:00:00Z"), "ar");
        tally.add(Instant.parse("2026-03-02T10:00:00Z"), "fa");
        tally.add(Instant.parse("2026-03-02T10:00:00Z"), "fa");
        assertThat(tally.of(MONDAY)).isEqualTo(new TreeMap<>(Map.of("ar", 1, "fa", 2)));
        tally.add(Instant.parse("2026-03-03T10:00:00Z"), "fa");
        assertThat(tally.of(MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void refusesAShareAboveOne() {
        assertThatThrownBy(() -> new CoverageConfig(14, 5, 1.5, 0.7, 0.25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fallenTo: 1.5 is not between 0 and 1");
    }
}
