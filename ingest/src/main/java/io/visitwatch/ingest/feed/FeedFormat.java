package io.visitwatch.ingest.feed;

/** The families of documents that carry news items. */
public enum FeedFormat {
    /** RSS 0.91 to 2.x. */
    RSS,
    /** RSS 0.90, 1.0 and 1.1. */
    RDF,
    /** Atom 0.3 and 1.0, entry documents included. */
    ATOM,
    /** Microsoft's Channel Definition Format. */
    CDF,
    /** JSON Feed 1.0 and 1.1. */
    JSON,
    /** A sitemap, with Google's news extension or without: every {@code url} is an entry. */
    SITEMAP,
    /** A list of sitemaps: the entries are further documents to read, not news. */
    SITEMAP_INDEX
}
