/**
 * The one guarded way to the network: feeds, pages, robots.txt, sitemaps and webhooks all go through
 * {@link io.visitwatch.ingest.fetch.HttpFetcher}.
 *
 * <p>A URL is first checked as text ({@link io.visitwatch.ingest.fetch.WebUrl}), then every address its host resolves to is
 * checked ({@link io.visitwatch.ingest.fetch.AddressGuard}), and the connection is made to exactly the checked address. Redirects
 * are followed by hand, each hop built and checked anew. One deadline covers the whole fetch; headers, raw bytes, decoded bytes
 * and their ratio have caps. What comes out is a value: {@link io.visitwatch.ingest.fetch.FetchResult}.
 *
 * <p>Manners live beside it: {@link io.visitwatch.ingest.fetch.RobotsPolicy} and {@link io.visitwatch.ingest.fetch.HostQueues}.
 */
@NullMarked
package io.visitwatch.ingest.fetch;

import org.jspecify.annotations.NullMarked;
