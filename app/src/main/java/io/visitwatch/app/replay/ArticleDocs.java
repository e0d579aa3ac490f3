package io.visitwatch.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.ingest.extract.Fingerprint;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an archive as an article: our own export, or a document in the form of {@code detect}. */
final class ArticleDocs {
    /** Earliest and latest publication times believed; what lies outside is kept as undated and flagged. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Flag of an article whose stated time was not believed. */
    static final String CLAMPED = "date-clamped";

    private ArticleDocs() {}

    static Article read(String line) throws ReplayItem.UnreadableException {
        try {
            JsonNode doc = Json.mapper().readTree(line);
            if (doc == null || !doc.isObject() || !doc.path("id").isTextual()) {
                throw new ReplayItem.UnreadableException("not a JSON object with an \"id\"");
            }
            Article article = doc.has("firstSeen") && doc.has("outlet")
                    ? Json.mapper().treeToValue(doc, Article.class)
                    : fingerprinted(Detector.article(doc));
            return clamped(article);
        } catch (JsonProcessingException e) {
            throw new ReplayItem.UnreadableException("no JSON of an article: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ReplayItem.UnreadableException("no article: " + e.getMessage());
        }
    }

    private static Article fingerprinted(Article article) {
        String text = article.text().isEmpty() ? article.title() + "\n" + article.summary() : article.text();
        return with(article, article.published(), article.dateQuality(), Fingerprint.of(text), article.flags());
    }

    /** The article with a time outside the believed span taken away. */
    static Article clamped(Article article) {
        Instant published = article.published();
        if (published == null || (!published.isBefore(EARLIEST) && published.isBefore(LATEST))) {
            return article;
        }
        List<String> flags = new ArrayList<>(article.flags());
        flags.add(CLAMPED);
        return with(
                article,
                null,
                DateQuality.CLAMPED,
                article.fingerprint(),
                flags.stream().sorted().toList());
    }

    /**
     * An article of which nobody knows when it was first seen: its publication stands for that, else the epoch, so that undated
     * articles come first and the same way every time. An article whose first sight is known keeps it.
     */
    static Article seenWhenPublished(Article article, Instant seen) {
        if (seen.isBefore(LATEST)) {
            return article;
        }
        Instant stated = article.published() == null ? Instant.EPOCH : article.published();
        return with(
                article, article.published(), article.dateQuality(), article.fingerprint(), article.flags(), stated);
    }

    private static Article with(
            Article a, @Nullable Instant published, DateQuality quality, List<Long> fingerprint, List<String> flags) {
        Instant seen = a.firstSeen().isBefore(LATEST) ? a.firstSeen() : LATEST;
        return with(a, published, quality, fingerprint, flags, seen);
    }

    private static Article with(
            Article a,
            @Nullable Instant published,
            DateQuality quality,
            List<Long> fingerprint,
            List<String> flags,
            Instant seen) {
        return a.change()
                .published(published, quality)
                .firstSeen(seen)
                .fingerprint(fingerprint)
                .flags(flags)
                .build();
    }
}
