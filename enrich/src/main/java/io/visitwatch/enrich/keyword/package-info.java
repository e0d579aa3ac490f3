/**
 * Keyword queries: named Boolean questions from the configuration, put to every article.
 *
 * <p>A query is written in the classic Lucene syntax: words, {@code "phrases"}, {@code AND OR NOT}, brackets, {@code
 * "proximity"~5}, {@code wild*card?}, {@code fuzzy~1}, and {@code title:}, {@code summary:}, {@code text:} or {@code lang:} before
 * a word. Words meet the article in the folded form of {@link io.visitwatch.enrich.text.Normalizer}, so spelling, accents and
 * keyboards do not matter; Arabic, Hebrew and Kurdish words are also met without their attached particles. {@link
 * io.visitwatch.enrich.keyword.KeywordTagger} holds the queries in a stored-query engine, which first throws out those that
 * cannot match and runs the rest. A query that cannot be read is named with its key and never hides the others.
 */
@NullMarked
package io.visitwatch.enrich.keyword;

import org.jspecify.annotations.NullMarked;
