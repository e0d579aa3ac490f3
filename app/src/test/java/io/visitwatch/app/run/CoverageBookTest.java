package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.coverage.CoverageGap;
import io.visitwatch.alerts.coverage.CoverageLevel;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days and feeds pass under a clock of the test's own. */
class CoverageBookTest {
    private static final int FEEDS = 10;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final CoverageBook book = new CoverageBook(List.of("baghdad"));
    private final List<CoverageStatement> said = new ArrayList<>();
    private Instant now = START;

    @Test
    void statesEachDayOnceItHasEndedAndTheDaySoFarBefore() {
        weeks();
        LocalDate last = day().minusDays(1);
        assertThat(of(last).filter(CoverageStatement::complete)).singleElement().satisfies(s -> {
            assertThat(s.level()).isEqualTo(CoverageLevel.FULL);
            assertThat(s.feedsAlive()).isEqualTo(FEEDS);
            assertThat(s.articles()).containsEntry("ar", 50).containsEntry("en", 20);
            assertThat(s.usual()).containsEntry("ar", 50);
        });
        assertThat(said).noneMatch(CoverageStatement::fell);
        int before = said.size();
        assertThat(book.due(now)).isEmpty();
        assertThat(said).hasSize(before);
    }

    @Test
    void saysWithinTheDayThatFeedsDiedAndWhenTheyAreBack() {
        weeks();
        now = now.plus(Duration.ofHours(5));
        Instant lastRead = now.minusSeconds(1800);
        for (int i = 0; i < 8; i++) {
            book.state("feed-" + i, FeedStates.failing("feed-" + i, lastRead, now));
        }
        CoverageStatement fallen = latest();
        assertThat(fallen.fell()).isTrue();
        assertThat(fallen.complete()).isFalse();
        assertThat(fallen.level()).isEqualTo(CoverageLevel.LOST);
        assertThat(fallen.gaps()).hasSize(8).allMatch(gap -> gap.detail().contains("HTTP 503"));
        feedsRead();
        assertThat(latest().level()).isEqualTo(CoverageLevel.FULL);
    }

    @Test
    void missesFeedsThatNobodyAsks() {
        weeks();
        now = now.plus(Duration.ofHours(7)); // ingest is dead: no state changes any more
        CoverageStatement fallen = latest();
        assertThat(fallen.level()).isEqualTo(CoverageLevel.LOST);
        assertThat(fallen.gaps().get(0).detail()).contains("nobody has asked it since");
    }

    @Test
    void saysAtTheEndOfTheDayThatALanguageFellSilent() {
        weeks();
        LocalDate quiet = day();
        read(quiet, 4, 20);
        now = now.plus(Duration.ofDays(1));
        feedsRead();
        book.due(now).forEach(said::add);
        assertThat(of(quiet).filter(CoverageStatement::complete))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.fell()).isTrue();
                    assertThat(s.gaps())
                            .containsExactly(
                                    new CoverageGap(CoverageGap.Kind.LANGUAGE_FELL, "ar", "4 articles, usually 50"));
                });
    }

    @Test
    void givesNewFeedsTimeForTheirFirstPollAndNoMore() {
        book.feed("new", true);
        assertThat(latest().level()).isEqualTo(CoverageLevel.FULL);
        now = now.plus(Duration.ofMinutes(20));
        assertThat(latest().level()).isEqualTo(CoverageLevel.LOST);
    }

    @Test
    void saysNothingWhereNothingIsSubscribed() {
        assertThat(book.due(now)).isEmpty();
    }

    /** Fifteen usual days. */
    private void weeks() {
        for (int i = 0; i < FEEDS; i++) {
            book.feed("feed-" + i, true);
        }
        for (int days = 0; days < 15; days++) {
            feedsRead();
            book.due(now).forEach(said::add);
            read(day(), 50, 20);
            now = now.plus(Duration.ofDays(1));
        }
        feedsRead();
        book.due(now).forEach(said::add);
    }

    private void feedsRead() {
        for (int i = 0; i < FEEDS; i++) {
            book.state("feed-" + i, FeedStates.read("feed-" + i, now));
        }
    }

    private void read(LocalDate day, int arabic, int english) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < arabic; i++) {
            book.article(article("ar" + i + day, "ar", noon, false));
        }
        for (int i = 0; i < english; i++) {
            book.article(article("en" + i + day, "en", noon, false));
        }
        book.article(article("old" + day, "ar", noon, true));
    }

    static Article article(String id, String language, Instant seen, boolean backfill) {
        return Article.named(id, seen)
                .from("https://news.example/" + id, "feed-0", new Outlet("News", "IQ", SourceClass.OTHER))
                .language(language)
                .says("title", "", "text")
                .published(seen)
                .extractedBy("test")
                .backfill(backfill)
                .build();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private CoverageStatement latest() {
        List<CoverageStatement> due = book.due(now);
        return due.get(due.size() - 1);
    }

    private java.util.stream.Stream<CoverageStatement> of(LocalDate day) {
        return said.stream().filter(s -> s.day().equals(day));
    }
}
