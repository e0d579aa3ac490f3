package io.visitwatch.ingest.fetch;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fetch.
 *
 * @param url address as configured or found
 * @param method {@code GET} or {@code POST}
 * @param accept value of {@code Accept}
 * @param ownHeaders headers for the origin of {@code url} alone (credentials, signatures); dropped at the first hop to another
 * @param validators what the last body was recognised by; null for an unconditional request
 * @param tolerantEtag whether the tag is also sent without its coding suffix
 * @param body what to post; null for a GET
 * @param truncate whether a body over the cap is cut there instead of failing the fetch
 * @param limits what it may cost
 */
@SuppressWarnings("ArrayRecordComponent") // a request is handed over once and never compared
public record FetchRequest(
        String url,
        String method,
        String accept,
        Map<String, String> ownHeaders,
        @Nullable CacheValidators validators,
        boolean tolerantEtag,
        byte @Nullable [] body,
        boolean truncate,
        FetchLimits limits) {
    /** What a feed poller accepts. */
    public static final String ACCEPT_FEED =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    /** What a page reader accepts. */
    public static final String ACCEPT_PAGE = "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.5";

    public FetchRequest {
        Objects.requireNonNull(url, "url");
        ownHeaders = Map.copyOf(ownHeaders);
    }

    /** An unconditional GET under the standard limits. */
    public static FetchRequest get(String url, String accept) {
        return new FetchRequest(url, "GET", accept, Map.of(), null, false, null, false, FetchLimits.standard());
    }

    /** A POST, whose redirects are never followed. */
    public static FetchRequest post(String url, Map<String, String> headers, byte[] body) {
        return new FetchRequest(url, "POST", "*/*", headers, null, false, body, false, FetchLimits.standard());
    }

    /** This request, conditional. */
    public FetchRequest ifChanged(@Nullable CacheValidators known, boolean tolerant) {
        return new FetchRequest(url, method, accept, ownHeaders, known, tolerant, body, truncate, limits);
    }

    /** This request with headers for its own origin. */
    public FetchRequest withOwnHeaders(Map<String, String> headers) {
        return new FetchRequest(url, method, accept, headers, validators, tolerantEtag, body, truncate, limits);
    }

    /** This request under other limits. */
    public FetchRequest within(FetchLimits other) {
        return new FetchRequest(url, method, accept, ownHeaders, validators, tolerantEtag, body, truncate, other);
    }

    /** This request, cut at the cap rather than refused. */
    public FetchRequest truncating() {
        return new FetchRequest(url, method, accept, ownHeaders, validators, tolerantEtag, body, true, limits);
    }
}
