package io.visitwatch.ingest.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentReadingTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final Duration FRESH = Duration.ofHours(12);

    private SeenEntries seen = SeenEntries.NONE;
    private Instant now = NOW;
    private boolean imported;

    @Test
    void behaviour10And47TellsNothingOfTheSameEntriesInAnyOrderLeavingAndComingBack() {
        List<Entry> entries = new ArrayList<>(
                List.of(item("1", "/1", "One", "a"), item("2", "/2", "Two", "b"), item("3", "/3", "Three", "c")));
        assertThat(poll(entries)).hasSize(3);
        Collections.reverse(entries);
        assertThat(poll(entries)).isEmpty();
        assertThat(poll(entries.subList(0, 1))).isEmpty();
        assertThat(poll(entries)).isEmpty();
    }

    @Test
    void behaviour11And44TakesWhiteSpaceCountersAndTrackingForNoChange() {
        poll(item("1", "/1", "A minister arrives", "He landed at noon."));
        assertThat(poll(item("1", "/1", "A  minister\n arrives ", "He landed   at noon.")))
                .isEmpty();
        assertThat(poll(item("1", "/1", "A minister arrives (12)", "He landed at noon. 14 comments")))
                .isEmpty();
        assertThat(poll(item("1", "/1?utm_source=rss", "A minister arrives", "He landed at noon.")))
                .isEmpty();
    }

    @Test
    void behaviour41TellsAGuidUsedTwiceInOneDocumentApartByLink() {
        List<Sighting> first = poll(item("x", "/1", "One", "a"), item("x", "/2", "Two", "b"));
        assertThat(first).hasSize(2);
        assertThat(poll(item("x", "/1", "One", "a"), item("x", "/2", "Two", "b")))
                .isEmpty();
        assertThat(poll(item("x", "/1", "One", "a"), item("x", "/3", "Three", "c")))
                .hasSize(1);
    }

    @Test
    void behaviour41TakesTheLinkThenTitleAndDateWhereThereIsNoGuid() {
        poll(item(null, "/1", "One", "a"), item(null, null, "No link at all", ""));
        assertThat(poll(item(null, "/1", "One", "a"), item(null, null, "No link at all", "")))
                .isEmpty();
        assertThat(poll(item(null, null, "Another without a link", ""))).hasSize(1);
    }

    @Test
    void behaviour41KeepsEntriesApartThatShareOneLinkOfNobody() {
        assertThat(poll(item("1", "/", "One", "a"), item("2", "/", "Two", "b")))
                .hasSize(2)
                .noneMatch(Sighting::ownLink);
        assertThat(poll(item("1", "/", "One", "a"), item("2", "/", "Two", "b"), item("3", "/", "Three", "c")))
                .hasSize(1);
    }

    @Test
    void behaviour42MatchesAFeedThatChangedAllItsGuidsByLink() {
        poll(item("http://news.test/1", "/1", "One", "a"), item("http://news.test/2", "/2", "Two", "b"));
        DocumentReading reading =
                reading(item("https://news.test/1/", "/1/", "One", "a"), item("id:2", "/2?utm_medium=x", "Two", "b"));
        assertThat(reading.sightings()).isEmpty();
        assertThat(reading.rekeyed()).isEqualTo(2);
        seen = reading.seen();
        assertThat(reading(item("https://news.test/1/", "/1/", "One", "a")).rekeyed())
                .isZero();
    }

    @Test
    void behaviour43TakesAnOldStoryUnderNewGuidAndLinkForTheOldStory() {
        poll(item("1", "/1", "The same old story", "with the same old text"));
        assertThat(poll(item("99", "/again", "The same old story", "with the same old text")))
                .isEmpty();
    }

    @Test
    void behaviour43DoesNotMixUpStoriesThatShareATitleAlone() {
        poll(item("1", "/mon", "Morning briefing", ""));
        assertThat(poll(item("2", "/tue", "Morning briefing", ""))).hasSize(1);
    }

    @Test
    void behaviour44MakesOneRevisionOfAChangedTextAndKeepsFirstSightAndArticle() {
        poll(item("1", "/1", "Minister to visit", "He is expected."));
        now = NOW.plus(Duration.ofHours(2));
        List<Sighting> changed = poll(item("1", "/1", "Minister visits", "He has arrived."));
        assertThat(changed).singleElement().satisfies(sighting -> {
            assertThat(sighting.revision()).isTrue();
            assertThat(sighting.mark().revision()).isEqualTo(1);
            assertThat(sighting.mark().firstSeen()).isEqualTo(NOW.getEpochSecond());
            assertThat(sighting.mark().articleId()).hasSize(32);
        });
        assertThat(poll(item("1", "/1", "Minister visits", "He has arrived."))).isEmpty();
        assertThat(poll(item("1", "/1", "Minister to visit", "He is expected.")))
                .as("two servers in turn")
                .isEmpty();
        assertThat(poll(item("1", "/1", "Minister leaves", "He is gone.")))
                .singleElement()
                .satisfies(s -> assertThat(s.mark().revision()).isEqualTo(2));
    }

    @Test
    void behaviour45KeepsAnEntryWithoutDateAndOrdersItByItsFirstSight() {
        poll(item("0", "/0", "Zero", "z"));
        assertThat(poll(item("1", "/1", "One", "a"))).singleElement().satisfies(sighting -> {
            assertThat(sighting.backfill()).isFalse();
            assertThat(sighting.entry().date()).isNull();
            assertThat(sighting.mark().firstSeen()).isEqualTo(NOW.getEpochSecond());
        });
    }

    @Test
    void behaviour48ForgetsNothingWhenAFeedComesEmpty() {
        poll(item("1", "/1", "One", "a"));
        assertThat(poll()).isEmpty();
        assertThat(poll(item("1", "/1", "One", "a"))).isEmpty();
    }

    @Test
    void behaviour49MarksWhatIsOldAtTheFirstImportAsBackfill() {
        List<Sighting> first = poll(
                dated("1", "Two hours old", NOW.minus(Duration.ofHours(2))),
                dated("2", "A day old", NOW.minus(Duration.ofDays(1))),
                item("3", "/3", "Without a date", "x"));
        assertThat(first).extracting(Sighting::backfill).containsExactly(false, true, true);
        assertThat(poll(dated("4", "Five days late", NOW.minus(Duration.ofDays(5)))))
                .singleElement()
                .matches(s -> !s.backfill());
        assertThat(poll(dated("5", "Back after a year", NOW.minus(Duration.ofDays(400)))))
                .singleElement()
                .matches(Sighting::backfill);
    }

    @Test
    void behaviour49KeepsABoundedMemory() {
        for (int day = 0; day < 40; day++) {
            int from = day * 100;
            now = NOW.plus(Duration.ofDays(day));
            poll(IntStream.range(from, from + 100)
                    .mapToObj(i -> item("" + i, "/" + i, "Title " + i, "Text " + i))
                    .toArray(Entry[]::new));
        }
        assertThat(seen.size()).isLessThanOrEqualTo(600);
        assertThat(poll(item("3999", "/3999", "Title 3999", "Text 3999"))).isEmpty();
        assertThat(seen.encode().length).isLessThan(600 * 80);
    }

    @Test
    void readsTenThousandEntriesUnderChangingGuids() {
        Entry[] first = IntStream.range(0, 5_000)
                .mapToObj(i -> item("a" + i, "/" + i, "Title " + i, "Text " + i))
                .toArray(Entry[]::new);
        Entry[] second = IntStream.range(0, 5_000)
                .mapToObj(i -> item("b" + i, "/" + i, "Title " + i, "Text " + i))
                .toArray(Entry[]::new);
        assertThat(poll(first)).hasSize(5_000);
        assertThat(poll(second)).isEmpty();
        assertThat(poll(first)).isEmpty();
    }

    @Test
    void survivesBeingStoredAndRead() {
        poll(item("1", "/1", "One", "a"), item("2", "/2", "Two", "b"));
        seen = SeenEntries.decode(seen.encode());
        assertThat(poll(item("1", "/1", "One", "a"), item("2", "/2", "Two", "b")))
                .isEmpty();
        assertThat(poll(item("1", "/1", "One, changed", "a"))).singleElement().matches(Sighting::revision);
        assertThatThrownBy(() -> SeenEntries.decode(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Sighting> poll(Entry... entries) {
        return poll(List.of(entries));
    }

    /** One poll whose articles are all stored. */
    private List<Sighting> poll(List<Entry> entries) {
        DocumentReading reading = DocumentReading.of(seen, entries, imported, FRESH, now);
        imported = true;
        seen = reading.seen()
                .with(reading.sightings().stream()
                        .map(DocumentReadingTest::stored)
                        .toList());
        return reading.sightings();
    }

    private DocumentReading reading(Entry... entries) {
        return DocumentReading.of(seen, List.of(entries), imported, FRESH, now);
    }

    private static Mark stored(Sighting sighting) {
        String id = sighting.revision()
                ? sighting.mark().articleId()
                : String.format(Locale.ROOT, "%016x%016x", sighting.mark().key(), 7);
        return sighting.mark().published(id, true);
    }

    private static Entry dated(String guid, String title, Instant published) {
        return read("<guid>" + guid + "</guid><link>http://news.test/" + guid + "</link><title>" + title
                + "</title><description>" + title + "</description><dc:date>" + published + "</dc:date>");
    }

    private static Entry item(@Nullable String guid, @Nullable String path, String title, String text) {
        return read((guid == null ? "" : "<guid isPermaLink=\"false\">" + guid + "</guid>")
                + (path == null ? "" : "<link>http://news.test" + path.replace("&", "&amp;") + "</link>")
                + "<title>" + title + "</title><description>" + text + "</description>");
    }

    private static Entry read(String item) {
        String feed =
                "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title><item>"
                        + item + "</item></channel></rss>";
        FeedResult result =
                FeedReader.read(FeedDocument.of(feed.getBytes(StandardCharsets.UTF_8), "http://news.test/feed"));
        return ((FeedResult.Read) result).entries().get(0);
    }
}
