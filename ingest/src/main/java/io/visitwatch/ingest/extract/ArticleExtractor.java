package io.visitwatch.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the article out of a page. Pure and safe for use by many threads. */
public final class ArticleExtractor {
    private ArticleExtractor() {}

    /**
     * What {@code page} says. Never fails for what is in the bytes: a page without an article has an empty text and the flag
     * {@code no-text}.
     */
    public static ExtractedPage extract(PageInput page) {
        Document document = parse(page);
        String text = document.select("p").stream()
                .map(Element::text)
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining("\n\n"));
        return new ExtractedPage(
                document.title(),
                text,
                null,
                null,
                null,
                CanonicalUrl.of(page.url(), null),
                null,
                null,
                text.isEmpty() ? "none" : "dom",
                text.isEmpty() ? List.of(ExtractedPage.NO_TEXT) : List.of());
    }

    private static Document parse(PageInput page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    page.charsetOverride(),
                    Objects.requireNonNullElse(page.url(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }
}
