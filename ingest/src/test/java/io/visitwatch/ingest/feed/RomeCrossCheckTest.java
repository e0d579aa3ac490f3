package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ROME writes in each of its formats, our reader reads back. */
class RomeCrossCheckTest {
    private static final Instant WHEN = Instant.parse("2024-03-05T08:15:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss_0.9",
                "rss_0.91U",
                "rss_0.92",
                "rss_0.93",
                "rss_0.94",
                "rss_1.0",
                "rss_2.0",
                "atom_0.3",
                "atom_1.0"
            })
    void readsWhatRomeWrites(String format) throws FeedException {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(format);
        feed.setTitle("Wire & <more>");
        feed.setLink("https://wire.example/");
        feed.setDescription("All");
        feed.setLanguage("en");
        List<SyndEntry> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SyndEntry item = new SyndEntryImpl();
            item.setTitle("Überraschung & زيارة " + i);
            item.setLink("https://wire.example/" + i + "?a=1&b=2");
            item.setPublishedDate(Date.from(WHEN));
            SyndContentImpl text = new SyndContentImpl();
            text.setType("text/html");
            text.setValue("<p>Body <b>" + i + "</b></p>");
            item.setDescription(text);
            items.add(item);
        }
        feed.setEntries(items);
        FeedResult.Read read = Feeds.read(new SyndFeedOutput().outputString(feed));
        assertThat(read.head().title()).startsWith("Wire &");
        assertThat(read.head().link()).isEqualTo("https://wire.example/");
        assertThat(read.entries())
                .extracting(Entry::title)
                .containsExactly("Überraschung & زيارة 0", "Überraschung & زيارة 1", "Überraschung & زيارة 2");
        assertThat(read.entries())
                .extracting(Entry::link)
                .containsExactly(
                        "https://wire.example/0?a=1&b=2",
                        "https://wire.example/1?a=1&b=2",
                        "https://wire.example/2?a=1&b=2");
        boolean dated = !List.of("rss_0.9", "rss_0.91U", "rss_0.92").contains(format);
        assertThat(read.entries()).allSatisfy(e -> assertThat(e.date()).isEqualTo(dated ? WHEN : null));
    }
}
