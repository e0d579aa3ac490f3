/**
 * From the bytes of a news page to an {@link io.visitwatch.model.Article}.
 *
 * <p>Start reading at {@link io.visitwatch.ingest.extract.ArticleExtractor}: bytes become characters ({@code PageCharset}), characters
 * a tree (Jsoup, which stays inside this package), the tree is walked once into a flat outline of containers and text blocks, and
 * several independent witnesses (JSON-LD, known article containers, text density, the feed's own text) say where the article is. The
 * choice goes by agreement between them and is named in {@code extractedBy}. Title, dates, byline, language and address come from the
 * page's metadata, each with its evidence; what is not stated stays null. {@link io.visitwatch.ingest.extract.ArticleAssembler} then
 * joins feed entry and page into the article that goes on the wire.
 *
 * <p>Everything here is a pure function of its arguments: no clock, no network, no shared state.
 */
@NullMarked
package io.visitwatch.ingest.extract;

import org.jspecify.annotations.NullMarked;
