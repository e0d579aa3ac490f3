package io.visitwatch.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. Nothing is thrown for what the network does. */
public sealed interface FetchResult {
    /** Redirects followed, in order. */
    List<Hop> hops();

    /** Headers of the last answer, names in lower case; empty when there was none. */
    Map<String, String> headers();

    /**
     * One redirect.
     *
     * @param from address asked
     * @param status 301, 302, 303, 307 or 308
     * @param to address named
     */
    record Hop(String from, int status, String to) {
        /** Whether this hop says the resource moved for good. */
        public boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /**
     * A 2xx answer.
     *
     * @param url address of the last hop
     * @param status status code
     * @param headers see {@link FetchResult#headers}
     * @param body decoded bytes
     * @param rawBytes bytes on the wire
     * @param complete false when the body ended early or was cut at the cap
     * @param hops see {@link FetchResult#hops}
     */
    @SuppressWarnings("ArrayRecordComponent") // read once by one parser, never compared
    record Fetched(
            String url,
            int status,
            Map<String, String> headers,
            byte[] body,
            long rawBytes,
            boolean complete,
            List<Hop> hops)
            implements FetchResult {
        /** Value of {@code Content-Type}; null when not sent. */
        public @Nullable String contentType() {
            return headers.get("content-type");
        }

        /** What this body can be recognised by. */
        public CacheValidators validators() {
            return new CacheValidators(url, headers.get("etag"), headers.get("last-modified"));
        }
    }

    /**
     * A 304 to a conditional request.
     *
     * @param url address of the last hop
     * @param headers see {@link FetchResult#headers}
     * @param hops see {@link FetchResult#hops}
     */
    record NotModified(String url, Map<String, String> headers, List<Hop> hops) implements FetchResult {}

    /**
     * Nothing usable.
     *
     * @param url last address asked
     * @param reason the kind of failure
     * @param detail one line for people
     * @param status status code of the last answer; null when there was none
     * @param headers see {@link FetchResult#headers}
     * @param hops see {@link FetchResult#hops}
     */
    record Failed(
            String url,
            Reason reason,
            String detail,
            @Nullable Integer status,
            Map<String, String> headers,
            List<Hop> hops)
            implements FetchResult {
        /** How long the server asks to be left alone; empty when it does not say or says nonsense. */
        public Optional<Duration> retryAfter(Instant now) {
            return RetryAfter.parse(headers.get("retry-after"), now);
        }
    }

    /** Address that every permanent redirect from the start leads to; empty when the chain begins with a temporary one. */
    default Optional<String> movedTo() {
        String target = null;
        for (Hop hop : hops()) {
            if (!hop.permanent()) {
                break;
            }
            target = hop.to();
        }
        return Optional.ofNullable(target);
    }

    /** Kinds of failure, as metrics and status name them. */
    enum Reason {
        /** The URL itself is refused. */
        BAD_URL,
        /** The host resolves to an address that is not public. */
        BLOCKED_ADDRESS,
        /** The name does not resolve. */
        DNS,
        /** No connection. */
        CONNECT,
        /** Encryption failed or the certificate is not the host's. */
        TLS,
        /** The deadline passed. */
        TIMEOUT,
        /** The connection broke or the answer was not HTTP. */
        BROKEN,
        /** Header, raw or decoded body over its cap. */
        TOO_LARGE,
        /** Decoded size out of proportion to the bytes sent. */
        BOMB,
        /** Content coding nobody asked for, or several. */
        ENCODING,
        /** Loop, too many hops, bad target, or from https to http. */
        REDIRECT,
        /** 401, 403, 451 or an anti-bot page. */
        BLOCKED,
        /** 404. */
        NOT_FOUND,
        /** 410. */
        GONE,
        /** 429. */
        TOO_MANY_REQUESTS,
        /** Any other 4xx. */
        CLIENT_ERROR,
        /** 5xx. */
        SERVER_ERROR,
        /** 204, an empty 200, or a 304 nobody asked for. */
        NO_CONTENT,
        /** The host's queue did not let a redirect in, in time. */
        HOST_BUSY,
        /** robots.txt says no. */
        ROBOTS
    }
}
