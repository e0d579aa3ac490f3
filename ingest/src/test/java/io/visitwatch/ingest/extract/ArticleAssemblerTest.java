package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleAssemblerTest {
    private static final Instant SEEN = Instant.parse("2024-03-05T12:00:00Z");
    private static final Publication SOURCE =
            new Publication("f1", new Outlet("Example", "IQ", SourceClass.OTHER), "ar", ZoneId.of("Asia/Baghdad"));

    @Test
    void prefersThePageAndKeepsTheFeedsSummary() {
        Article article = assemble(
                entry(null),
                page("Body of the page.", date("2024-03-05T10:00:00+03:00"), "https://example.com/a", List.of()));
        assertThat(article.text()).isEqualTo("Body of the page.");
        assertThat(article.title()).isEqualTo("Page title");
        assertThat(article.summary()).isEqualTo("Short & plain");
        assertThat(article.published()).isEqualTo("2024-03-05T07:00:00Z");
        assertThat(article.dateQuality()).isEqualTo(DateQuality.EXACT);
        assertThat(article.extractedBy()).isEqualTo("dom");
        assertThat(article.url()).isEqualTo("https://example.com/a");
    }

    @Test
    void fallsBackToTheFeedWhenThePageIsAWall() {
        Article article = assemble(
                entry(SEEN),
                page("Accept cookies", null, "https://consent.example.com/", List.of(ExtractedPage.CONSENT_WALL)));
        assertThat(article.text()).isEqualTo("First.\n\nSecond.");
        assertThat(article.title()).isEqualTo("Entry title");
        assertThat(article.url()).isEqualTo("https://example.com/a?id=7");
        assertThat(article.extractedBy()).isEqualTo("feed");
        assertThat(article.flags()).containsExactly(ExtractedPage.CONSENT_WALL);
        assertThat(article.language()).isEqualTo("ar");
    }

    @Test
    void sameAddressSameIdWhateverTheRoad() {
        String id = ArticleAssembler.id("https://www.example.com/a", "f1", "g1", "t");
        assertThat(ArticleAssembler.id("http://example.com/a", "f2", null, "u"))
                .isEqualTo(id)
                .hasSize(32);
        assertThat(ArticleAssembler.id(null, "f1", "g1", "t")).isNotEqualTo(id);
        assertThat(ArticleAssembler.id(null, "f1", "g1", "t")).isNotEqualTo(ArticleAssembler.id(null, "f2", "g1", "t"));
    }

    @Test
    void neverInventsADate() {
        Article article = assemble(entry(null), null);
        assertThat(article.published()).isNull();
        assertThat(article.dateQuality()).isEqualTo(DateQuality.MISSING);
        assertThat(article.eventTime()).isEqualTo(SEEN);
    }

    @Test
    void behaviour46DoesNotBelieveImpossibleDates() {
        for (String stated : List.of("1970-01-01T00:00:00Z", "2024-03-05T13:00:01Z", "2031-01-01T00:00:00Z")) {
            Article article = assemble(entry(Instant.parse(stated)), null);
            assertThat(article.published()).as(stated).isNull();
            assertThat(article.dateQuality()).as(stated).isEqualTo(DateQuality.CLAMPED);
        }
        assertThat(assemble(entry(Instant.parse("2024-03-05T13:00:00Z")), null).dateQuality())
                .isEqualTo(DateQuality.EXACT);
    }

    @Test
    void behaviour46TakesAPossibleDateOfTheFeedForAnImpossibleOneOfThePage() {
        Article article =
                assemble(entry(SEEN.minusSeconds(60)), page("x", date("2031-01-01T00:00:00Z"), null, List.of()));
        assertThat(article.published()).isEqualTo(SEEN.minusSeconds(60));
    }

    @Test
    void readsADayInTheOutletsZone() {
        PageDate day = new PageDate(LocalDate.of(2024, 3, 4), null, "text");
        Article article = assemble(entry(null), page("x", day, null, List.of()));
        assertThat(article.published()).isEqualTo("2024-03-03T21:00:00Z");
        assertThat(article.dateQuality()).isEqualTo(DateQuality.DAY);
    }

    @Test
    void refusesToMakeSomethingOfNothing() {
        assertThatThrownBy(() -> assemble(null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither entry nor page");
    }

    private static Article assemble(@Nullable EntryHints entry, @Nullable ExtractedPage page) {
        return ArticleAssembler.assemble(SOURCE, entry, page, SEEN, 0, false);
    }

    private static EntryHints entry(@Nullable Instant published) {
        return new EntryHints(
                "g1",
                "https://example.com/a?id=7&utm_source=rss",
                "Entry title",
                "Short &amp; <b>plain</b>",
                "<p>First.</p><p>Second.</p>",
                "Ann",
                published,
                null,
                null);
    }

    private static ExtractedPage page(
            String text, @Nullable PageDate published, @Nullable String url, List<String> flags) {
        return new ExtractedPage("Page title", text, null, published, null, url, null, null, "dom", flags);
    }

    private static PageDate date(String time) {
        OffsetDateTime parsed = OffsetDateTime.parse(time);
        return new PageDate(parsed.toLocalDate(), parsed, "json-ld");
    }
}
