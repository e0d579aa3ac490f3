package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds with their archives (RFC 5005), saved document by document. */
class FeedArchiveTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Article> articles = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void theNewestDocumentOfAnArchiveCountsWhateverTheFilesAreCalled() throws IOException {
        write(
                "a-live.xml",
                "/feed",
                "http://news.example/archive/2",
                entry("one", "As corrected"),
                entry("two", "Two"));
        write("m-second.xml", "/archive/2", "1.xml", entry("one", "Without the correction"), entry("three", "Three"));
        write("1.xml", "/archive/1.xml", null, entry("one", "First of all"), entry("four", "Four"));
        read();
        assertThat(failures).isEmpty();
        assertThat(articles)
                .extracting(Article::title)
                .containsExactlyInAnyOrder("As corrected", "Two", "Three", "Four");
        assertThat(articles)
                .allSatisfy(article -> assertThat(article.published()).isNotNull());
    }

    @Test
    void anArchiveThatGoesOnWhereNothingWasSavedSaysSo() throws IOException {
        write("live.xml", "/feed", "http://news.example/archive/7.xml", entry("one", "One"));
        read();
        assertThat(articles).hasSize(1);
        assertThat(failures).singleElement().asString().startsWith("live.xml ").contains("archive/7.xml");
    }

    @Test
    void documentsThatPointAtEachOtherEnd() throws IOException {
        write("1.xml", "/1.xml", "2.xml", entry("one", "One"));
        write("2.xml", "/2.xml", "1.xml", entry("two", "Two"));
        read();
        assertThat(articles).hasSize(2);
    }

    @Test
    void feedsThatHaveNothingToDoWithEachOtherAreReadWhole() throws IOException {
        write("x.xml", "/x", null, entry("one", "One"));
        write("y.xml", "/y", null, entry("one", "One, of another feed"));
        read();
        assertThat(articles).hasSize(2);
    }

    private void read() throws IOException {
        try (ReplaySource.Items items = Sources.of(folder).open()) {
            while (items.hasNext()) {
                ReplayItem item = items.next();
                try {
                    articles.addAll(item.reader().read());
                } catch (ReplayItem.UnreadableException e) {
                    failures.add(item.place() + " " + e.getMessage());
                }
            }
        }
    }

    private void write(String file, String self, @org.jspecify.annotations.Nullable String older, String... entries)
            throws IOException {
        String link = older == null ? "" : "<link rel=\"prev-archive\" href=\"" + older + "\"/>";
        Files.writeString(
                folder.resolve(file),
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Example</title><id>urn:f</id>"
                        + "<link rel=\"self\" href=\"http://news.example" + self + "\"/>" + link
                        + String.join("", entries) + "</feed>");
    }

    private static String entry(String id, String title) {
        return "<entry><id>urn:" + id + "</id><title>" + title + "</title><link href=\"http://news.example/" + id
                + "\"/><published>2011-05-0" + (id.length() - 2) + "T08:00:00Z</published></entry>";
    }
}
