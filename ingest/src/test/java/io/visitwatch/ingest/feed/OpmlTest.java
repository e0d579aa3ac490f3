package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static @Nullable String noLoopback(String url) {
        return url.contains("//127.") ? "a private address" : null;
    }

    @Test
    void makesTagsOfNestedFoldersAndReportsWhatMustNotBeFetched() {
        Opml.Subscriptions list = Opml.read(Feeds.fixture("opml-nested.opml"), OpmlTest::noLoopback);
        assertThat(list.title()).isEqualTo("Mine");
        assertThat(list.feeds())
                .containsExactly(
                        new Opml.Subscription(
                                "https://ina.example/rss",
                                "INA & co",
                                "https://ina.example/",
                                List.of("Iraq", "Agencies")),
                        new Opml.Subscription(
                                "http://bare.example/rss", "Bare", null, List.of("World", "Near East", "daily")));
        assertThat(list.problems())
                .containsExactly(
                        new Opml.Problem("http://127.0.0.1/feed", "a private address"),
                        new Opml.Problem("ftp://x.example/feed", "no http or https address"));
    }

    @Test
    void readsBackWhatItWrites() {
        List<Opml.Subscription> feeds = List.of(
                new Opml.Subscription(
                        "https://a.example/rss?x=1&y=2",
                        "وكالة \"A\" <1>",
                        "https://a.example/",
                        List.of("عراق", "daily")),
                new Opml.Subscription("https://b.example/rss", "B", null, List.of("عراق")),
                new Opml.Subscription("https://c.example/rss", "C", null, List.of()));
        String written = Opml.write("Visitwatch", feeds);
        Opml.Subscriptions list = Opml.read(written.getBytes(StandardCharsets.UTF_8), url -> null);
        assertThat(list.feeds()).containsExactlyElementsOf(feeds);
        assertThat(list.title()).isEqualTo("Visitwatch");
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void readsABrokenList() {
        String broken =
                "junk <opml><body><outline text=A><outline text='x & y' xmlUrl=http://x.example/a?b&c></outline><outline text=\"B";
        assertThat(Opml.read(broken.getBytes(StandardCharsets.UTF_8), url -> null)
                        .feeds())
                .containsExactly(new Opml.Subscription("http://x.example/a?b&c", "x & y", null, List.of("A")));
    }
}
