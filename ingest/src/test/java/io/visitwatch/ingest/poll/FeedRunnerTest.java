package io.visitwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.FakeSite;
import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HostQueues;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.fetch.RobotsPolicy;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.ingest.schedule.PollOutcome;
import io.visitwatch.ingest.schedule.PollRules;
import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs feeds of a local site without Kafka: what would be stored is collected. */
class FeedRunnerTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    private final FakeSite site = new FakeSite();
    private final FetcherConfig network =
            new FetcherConfig("Visitwatch/test (+https://example.org)", List.of("127.0.0.1"), Set.of(site.port()));
    private final HttpFetcher fetcher = new HttpFetcher(network);
    private final HostQueues queues = new HostQueues(2, Duration.ZERO, System::nanoTime);
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final List<Article> articles = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private Instant now = START;
    private Feed feed = feed("/feed", Feed.PageUse.ALWAYS);
    private @Nullable FeedState state;
    private SeenEntries seen = SeenEntries.NONE;
    private OutletBoilerplate boilerplate = OutletBoilerplate.EMPTY;
    private List<String> named = List.of();
    private FeedRunner runner = runner(false);

    private FeedRunner runner(boolean robotsForFeeds) {
        return new FeedRunner(
                fetcher,
                new RobotsPolicy(fetcher, network, () -> now),
                queues,
                new FeedSchedule(PollRules.standard()),
                new PollConfig(true, 600, 2, Duration.ofHours(12), 3, robotsForFeeds, Duration.ofSeconds(5), Map.of()),
                () -> now,
                () -> now,
                new Random(1),
                later,
                new Silent(),
                (of, hubs, topic) -> named = hubs);
    }

    @AfterEach
    void close() {
        later.shutdownNow();
        fetcher.close();
        site.close();
    }

    @Test
    void behaviour05UsesTheItemsBeforeTheCutAndAsksForTheRestUnconditionally() {
        String whole = rss(item(1), item(2), item(3));
        site.at("/feed", "text/xml", whole.substring(0, whole.indexOf("<item><guid>3") + 30), "ETag", "\"cut\"");
        poll();
        assertThat(articles).extracting(Article::title).containsExactlyInAnyOrder("Title 1", "Title 2");
        site.at("/feed", "text/xml", whole, "ETag", "\"whole\"");
        poll();
        assertThat(articles).extracting(Article::title).containsExactlyInAnyOrder("Title 1", "Title 2", "Title 3");
        assertThat(site.asked().stream().filter(a -> a.path().equals("/feed")).map(a -> a.header("If-None-Match")))
                .containsExactly("", "");
    }

    @Test
    void leavesOutWhatAnOutletPrintsUnderEveryArticle() {
        String under =
                "The Tigris Desk brings you the news of the river towns every day of the week, wherever you read it.";
        for (int i = 1; i <= 8; i++) {
            String body = "The council of town number " + i + " met on Tuesday to speak about bridge " + 17 * i
                    + " and the road that leads to it, its mayor said after the meeting in the town hall.";
            site.at(
                    "/page/" + i,
                    "text/html",
                    "<html><body><h1>Town " + i + "</h1><article><p>" + body + "</p><p>" + under
                            + "</p></article></body></html>");
            site.at(
                    "/feed",
                    "text/xml",
                    rss("<item><guid>" + i + "</guid><title>Town " + i + "</title><link>" + site.url("/page/" + i)
                            + "</link></item>"));
            poll();
        }
        assertThat(articles).hasSize(8);
        assertThat(articles.get(0).text()).contains("The council").contains(under);
        assertThat(articles.get(7).text()).contains("The council").doesNotContain(under);
    }

    @Test
    void behaviour08ParsesNothingAfterA304() {
        site.at("/feed", "text/xml", rss(item(1)), "ETag", "\"1\"");
        poll();
        site.status("/feed", 304);
        poll();
        assertThat(articles).hasSize(1);
        assertThat(state().health().kind()).isEqualTo(Health.Kind.OK);
    }

    @Test
    void behaviour09And30KeepsAPageGivenForAFeedAmongTheDeadLettersOnce() {
        site.at("/feed", "text/xml", rss(item(1)));
        poll();
        site.at("/feed", "text/html", "<html><head><title>Please log in</title></head><body>Password?</body></html>");
        poll();
        poll();
        assertThat(articles).hasSize(1);
        assertThat(seen.size()).isEqualTo(1);
        assertThat(state().health().kind()).isEqualTo(Health.Kind.NOT_A_FEED);
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).contains("Please log in"));
    }

    @Test
    void behaviour10TakesTheSameBytesForA304() {
        site.at("/feed", "text/xml", rss(item(1)));
        poll();
        poll();
        assertThat(articles).hasSize(1);
        assertThat(state().history().failures()).isZero();
    }

    @Test
    void behaviour33FlagsTwoFeedsThatEndAtOneAddress() {
        site.at("/feed", "text/xml", rss(item(1)));
        site.status("/alias", 302, "Location", "/feed");
        poll();
        feed = feed("/alias", Feed.PageUse.NEVER);
        state = null;
        poll();
        assertThat(state().health().kind()).isEqualTo(Health.Kind.DUPLICATE);
    }

    @Test
    void behaviour36AsksRobotsForTheFeedTooWhereTheOperatorWantsIt() {
        runner = runner(true);
        site.at("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed");
        site.at("/feed", "text/xml", rss(item(1)));
        poll();
        assertThat(site.times("/feed")).isZero();
        assertThat(articles).isEmpty();
        assertThat(state().health().reason()).contains("robots.txt");
    }

    @Test
    void behaviour36StaysOutOfPagesWhereRobotsAreNotWantedAndUsesTheFeedsText() {
        site.at("/robots.txt", "text/plain", "User-agent: *\nDisallow: /story");
        site.at("/feed", "text/xml", rss(item(1)));
        poll();
        assertThat(site.times("/story/1")).isZero();
        assertThat(articles).singleElement().satisfies(article -> {
            assertThat(article.text() + article.summary()).contains("Text 1");
            assertThat(article.flags()).contains("robots");
        });
    }

    @Test
    void usesTheFeedsTextWhenAPageIsGone() {
        site.at("/feed", "text/xml", rss(item(1)));
        site.status("/story/1", 404);
        poll();
        assertThat(articles)
                .singleElement()
                .satisfies(a -> assertThat(a.flags()).contains("page-unavailable"));
    }

    @Test
    void behaviour39ReadsTheArchiveAtTheFirstImportOnlyAndNoMorePagesThanAllowed() {
        for (int page = 1; page <= 6; page++) {
            String next = "<atom:link rel=\"prev-archive\" href=\"/feed" + (page + 1) + "\"/>";
            site.at(page == 1 ? "/feed" : "/feed" + page, "text/xml", rss(next, item(page)));
        }
        poll();
        assertThat(articles).hasSize(4);
        assertThat(site.times("/feed5")).isZero();
        site.at("/feed", "text/xml", rss("<atom:link rel=\"prev-archive\" href=\"/feed2\"/>", item(1), item(9)));
        poll();
        assertThat(articles).hasSize(5);
        assertThat(site.times("/feed2")).isEqualTo(1);
    }

    @Test
    void behaviour40ReadsTheNewestSitemapsOfAnIndex() {
        site.at(
                "/feed",
                "application/xml",
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                        + site.url("/news.xml")
                        + "</loc><lastmod>2026-03-04T09:00:00Z</lastmod></sitemap></sitemapindex>");
        site.at(
                "/news.xml",
                "application/xml",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>"
                        + site.url("/story/7")
                        + "</loc><news:news><news:title>Title 7</news:title><news:publication_date>2026-03-04T09:00:00Z</news:publication_date>"
                        + "</news:news></url></urlset>");
        feed = feed("/feed", Feed.PageUse.NEVER);
        poll();
        assertThat(articles).extracting(Article::title).containsExactly("Title 7");
    }

    @Test
    void behaviour44PublishesAChangedItemAsARevisionOfTheSameArticle() {
        feed = feed("/feed", Feed.PageUse.NEVER);
        site.at("/feed", "text/xml", rss(item(1)));
        poll();
        now = now.plus(Duration.ofHours(1));
        site.at("/feed", "text/xml", rss(item(1).replace("Text 1", "Text 1, corrected")));
        poll();
        assertThat(articles).extracting(Article::revision).containsExactly(0, 1);
        assertThat(articles.get(1).id()).isEqualTo(articles.get(0).id());
        assertThat(articles.get(1).firstSeen()).isEqualTo(START);
    }

    @Test
    void behaviour49FetchesFewPagesOfTheBackfillAndMarksIt() {
        site.at("/feed", "text/xml", rss(item(1), item(2), item(3), item(4)));
        poll();
        assertThat(articles).hasSize(4).allMatch(Article::backfill);
        assertThat(site.asked().stream().filter(a -> a.path().startsWith("/story")))
                .hasSize(2);
    }

    @Test
    void keepsAnEntryThatSaysNothingAmongTheDeadLetters() {
        site.at("/feed", "text/xml", rss("<item><guid isPermaLink=\"false\">empty</guid></item>", item(1)));
        poll();
        poll();
        assertThat(articles).hasSize(1);
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.source()).endsWith("#empty"));
    }

    @Test
    void cutsAHugeTextAndSaysSo() {
        feed = feed("/feed", Feed.PageUse.NEVER);
        site.at("/feed", "text/xml", rss(item(1).replace("Text 1", "A sentence that is repeated. ".repeat(60_000))));
        poll();
        assertThat(articles).singleElement().satisfies(article -> {
            assertThat(article.text().length() + article.summary().length()).isLessThan(600_000);
            assertThat(article.flags()).contains("truncated");
        });
    }

    private FeedState state() {
        return Objects.requireNonNull(state);
    }

    /** One run, with every job done on this thread. */
    private void poll() {
        FeedState before = state == null ? FeedState.first(feed, "", now, Duration.ofMinutes(5)) : state;
        runner.start(feed, new Known(before, seen, boilerplate), this::store);
        for (HostQueues.Job job = queues.poll(); job != null; job = queues.poll()) {
            job.run();
        }
    }

    private boolean store(Progress step) {
        SeenEntries base = step.seen() == null ? seen : step.seen();
        List<Mark> marks = new ArrayList<>(step.rejected());
        for (Progress.Made made : step.made()) {
            articles.add(made.article());
            marks.add(made.mark().published(made.article().id(), true));
        }
        seen = base.with(marks);
        letters.addAll(step.letters());
        boilerplate = step.learned() == null ? boilerplate : step.learned();
        state = step.state() == null ? state : step.state();
        return true;
    }

    private Feed feed(String path, Feed.PageUse pages) {
        Outlet outlet = new Outlet("Test", null, SourceClass.OTHER);
        return new Feed("feed" + path.hashCode(), site.url(path), outlet, null, ZoneOffset.UTC, pages, Feed.ADDED);
    }

    private String item(int n) {
        if (site.times("/story/" + n) == 0) {
            site.at(
                    "/story/" + n,
                    "text/html",
                    "<html><body><article><p>The story number " + n
                            + " told at length, as it happened and as it was seen.</p></article></body></html>");
        }
        return "<item><guid>" + n + "</guid><link>" + site.url("/story/" + n) + "</link><title>Title " + n
                + "</title><description>Text " + n + "</description></item>";
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>T</title>"
                + String.join("", items) + "</channel></rss>";
    }

    private static final class Silent implements PollListener {
        @Override
        public void polled(Feed feed, PollOutcome outcome, FeedState after) {}

        @Override
        public void page(Feed feed, String url, @Nullable Failed failure) {}
    }
}
