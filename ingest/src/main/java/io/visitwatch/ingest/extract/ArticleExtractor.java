package io.visitwatch.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the article out of a page. Pure and safe for use by many threads. */
public final class ArticleExtractor {
    private ArticleExtractor() {}

    /**
     * What {@code page} says. Never fails for what is in the bytes: a page without an article has an empty text and the flag
     * {@code no-text}.
     */
    public static ExtractedPage extract(PageInput page) {
        Document document = parse(page);
        SiteRules.Rule rule = SiteRules.of(page.url());
        PageMarks marks = new PageMarks();
        marks.readHead(document);
        Outline outline = OutlineBuilder.build(document.body(), rule, marks);
        JsonLd stated = JsonLd.read(marks.jsonLd);
        double[] scores = BlockScore.of(outline);
        BodyEvidence.apply(outline, scores, stated.body(), marks.meta("og:description", "description"));
        int container = BodyFinder.find(outline, scores, -1);
        List<String> kept = new ArrayList<>();
        if (container >= 0) {
            for (int i : BodyText.choose(outline, container, new Residue(document.title()))) {
                kept.add(outline.blocks.get(i).text());
            }
        }
        String text = String.join("\n\n", kept);
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
