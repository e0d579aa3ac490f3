package io.visitwatch.model;

import java.util.List;
import java.util.Objects;

/**
 * An article with what the tagger found in it.
 *
 * @param article the article as it was read
 * @param language BCP 47 code decided from the text itself
 * @param keywords keyword queries that matched, by name
 * @param mentions who and what is named, in text order
 */
public record TaggedArticle(Article article, String language, List<KeywordTag> keywords, List<Mention> mentions) {
    public TaggedArticle {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(language, "language");
        keywords = List.copyOf(keywords);
        mentions = List.copyOf(mentions);
    }
}
