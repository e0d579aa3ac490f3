package io.visitwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.PageInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NewsroomTest {
    private static final Instant START = Instant.parse("2026-03-04T09:00:00Z"); // a Wednesday

    private Instant now = START;

    @Test
    void bundlesEnoughStoriesOfEveryKind() {
        NewsroomData data = NewsroomData.bundled();
        List<Story> stories =
                data.stories().values().stream().flatMap(List::stream).toList();
        assertThat(data.stories()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(stories).hasSizeGreaterThanOrEqualTo(60);
        assertThat(stories.stream().filter(s -> !s.tellsOfVisit())).hasSizeGreaterThanOrEqualTo(25);
        assertThat(data.stories().keySet().stream().map(NewsOutlet::format).distinct())
                .hasSize(NewsOutlet.Format.values().length);
        assertThat(data.stories().keySet().stream().map(NewsOutlet::quirk).distinct())
                .hasSize(NewsOutlet.Quirk.values().length);
    }

    @Test
    void publishesWaveByWaveFromTheFirstLookOn() throws Exception {
        try (Newsroom room = open()) {
            NewsOutlet wire = outlet(room, "tigris-wire");
            now = START.plusSeconds(60); // nobody has looked yet
            int first = count(get(room.feed(wire)).body(), "<item>");
            assertThat(room.complete()).isFalse();
            now = now.plusSeconds(60);
            assertThat(count(get(room.feed(wire)).body(), "<item>")).isGreaterThan(first);
            assertThat(room.complete()).isTrue();
        }
    }

    @Test
    void answersThatNothingIsNewToWhoeverHasTheLatest() throws Exception {
        try (Newsroom room = open()) {
            NewsOutlet bogaz = outlet(room, "bogaz-postasi");
            String tag = get(room.feed(bogaz)).headers().firstValue("ETag").orElseThrow();
            assertThat(get(room.feed(bogaz), "If-None-Match", tag).statusCode()).isEqualTo(304);
            now = now.plusSeconds(60);
            assertThat(get(room.feed(bogaz), "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dressesEveryStoryInFurnitureThatTheExtractorTakesOff() throws Exception {
        try (Newsroom room = open()) {
            List<String> wrong = new ArrayList<>();
            for (var each : room.data().stories().entrySet()) {
                Story story = each.getValue().get(0);
                String url = room.feed(each.getKey()).replaceFirst("feed$", story.id() + ".html");
                byte[] page = get(url).body().getBytes(StandardCharsets.UTF_8);
                ExtractedPage read = ArticleExtractor.extract(PageInput.of(page, url));
                String first = new StoryDays(LocalDate.of(2026, 3, 4))
                        .fill(story.paragraphs().get(0), each.getKey().language())
                        .replaceAll("\\s+", " ");
                Furniture words = Objects.requireNonNull(
                        Furniture.bundled().get(each.getKey().language()));
                String text = read.text().replaceAll("\\s+", " ");
                if (!text.contains(first) || text.contains(words.cookie()) || text.contains(words.newsletter())) {
                    wrong.add(each.getKey().id() + ": " + text);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void namesDaysInTheLanguageOfTheStory() {
        StoryDays days = new StoryDays(LocalDate.of(2026, 3, 4));
        assertThat(days.fill("on {weekday:0}, not {weekday:1}", "en")).isEqualTo("on Wednesday, not Thursday");
        assertThat(days.fill("{weekday:0}", "ar")).isEqualTo("الأربعاء");
        assertThat(days.fill("{weekday:4}", "ckb")).isEqualTo("یەکشەممە");
        assertThat(days.fill("{weekday:-1}", "kmr")).isEqualTo("sêşem");
        assertThat(days.fill("{date:0}", "fr")).isEqualTo("4 mars 2026");
        assertThat(days.fill("{date:0}", "kmr")).isEqualTo("4 Adar 2026");
    }

    private Newsroom open() throws IOException {
        return Newsroom.open(NewsroomData.bundled(), 0, START, Duration.ofSeconds(2), () -> now);
    }

    private static NewsOutlet outlet(Newsroom room, String id) {
        return room.data().stories().keySet().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }
}
