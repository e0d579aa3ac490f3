package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.FakeSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsPolicyTest {
    private final FakeSite site = new FakeSite();
    private final FetcherConfig config =
            new FetcherConfig("Visitwatch/test (+https://example.org)", List.of("127.0.0.1"), Set.of(site.port()));
    private final HttpFetcher fetcher = new HttpFetcher(config);
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final RobotsPolicy robots = new RobotsPolicy(fetcher, config, () -> now);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void behaviour36ObeysTheGroupThatNamesUsBeforeTheStar() {
        site.at(
                "/robots.txt",
                "text/plain",
                "User-agent: *\nDisallow: /\n\nUser-agent: Visitwatch\nDisallow: /private\nAllow: /private/open$\nCrawl-delay: 4\n");
        assertThat(robots.allows(site.url("/news/1"))).isTrue();
        assertThat(robots.allows(site.url("/private/1"))).isFalse();
        assertThat(robots.allows(site.url("/private/open"))).isTrue();
        assertThat(robots.crawlDelay(site.url("/"))).contains(Duration.ofSeconds(4));
        assertThat(site.times("/robots.txt")).isEqualTo(1);
    }

    @Test
    void behaviour36KeepsRulesForADayAtMost() {
        site.at("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a");
        assertThat(robots.allows(site.url("/a"))).isFalse();
        now = now.plus(Duration.ofHours(23));
        assertThat(robots.allows(site.url("/a"))).isFalse();
        assertThat(site.times("/robots.txt")).isEqualTo(1);
        now = now.plus(Duration.ofHours(2));
        assertThat(robots.knows(site.url("/a"))).isFalse();
        site.at("/robots.txt", "text/plain", "User-agent: *\nAllow: /");
        assertThat(robots.allows(site.url("/a"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "404, true",
        "401, true",
        "403, true",
        "410, true",
        "200, true",
        "500, false",
        "503, false",
        "429, false"
    })
    void behaviour36TakesAMissingFileForYesAndAServerErrorForNo(int status, boolean allowed) {
        site.status("/robots.txt", status);
        assertThat(robots.allows(site.url("/a"))).isEqualTo(allowed);
    }

    @Test
    void behaviour36TakesSilenceForNoAndAsksAgainSoon() {
        site.close();
        assertThat(robots.allows(site.url("/a"))).isFalse();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(robots.knows(site.url("/a"))).isFalse();
    }

    @Test
    void behaviour36ReadsTheFirst500KilobytesAndFollowsRedirects() {
        site.at(
                "/long.txt",
                "text/plain",
                "User-agent: *\nDisallow: /early\n" + "# filler\n".repeat(80_000) + "Disallow: /late\n");
        site.status("/robots.txt", 301, "Location", "/long.txt");
        assertThat(robots.allows(site.url("/early"))).isFalse();
        assertThat(robots.allows(site.url("/late"))).isTrue();
    }

    @Test
    void allowsNothingThatIsNoUrl() {
        assertThat(robots.allows("file:///etc/passwd")).isFalse();
    }
}
