/**
 * Reads anything the world calls a feed: RSS 0.9x to 2.0, RSS 1.0/1.1, Atom 0.3 and 1.0, CDF, JSON Feed, news sitemaps, sitemap
 * indexes and OPML lists, well-formed or not.
 *
 * <p>Start at {@link io.visitwatch.ingest.feed.FeedReader#read}. Bytes become text in {@code FeedText}, text becomes tokens in
 * {@code MarkupScanner} (a scanner that never fails, never looks anything up and never does I/O), tokens become fields in
 * {@code FeedWalker}, and fields become entries in {@code EntryBuilder}, where dates, links, titles and HTML are put right.
 * The same path reads good and broken feeds, so a repair is a rule of the scanner and not a second parser.
 *
 * <p>Nothing is guessed: a date that cannot be read is absent, a link that is not http(s) is absent, and a document that is no
 * feed is a {@link io.visitwatch.ingest.feed.FeedResult.Refused} that says so in plain words.
 */
@NullMarked
package io.visitwatch.ingest.feed;

import org.jspecify.annotations.NullMarked;
