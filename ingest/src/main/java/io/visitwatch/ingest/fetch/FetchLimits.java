package io.visitwatch.ingest.fetch;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param rawBytes most body bytes read from the wire
 * @param decodedBytes most body bytes after decoding
 * @param ratio most decoded bytes per raw byte, checked once the decoded body passes 256 KiB
 * @param headerBytes most bytes of header lines in one answer
 * @param total time for everything: name look-up, every redirect hop, the whole body
 * @param connect time to open one connection
 * @param redirects most redirects followed
 */
public record FetchLimits(
        long rawBytes, long decodedBytes, int ratio, int headerBytes, Duration total, Duration connect, int redirects) {
    public FetchLimits {
        if (rawBytes <= 0 || decodedBytes <= 0 || ratio <= 0 || headerBytes <= 0 || redirects < 0) {
            throw new IllegalArgumentException("fetch limits must be positive");
        }
        if (total.isNegative() || total.isZero() || connect.isNegative() || connect.isZero()) {
            throw new IllegalArgumentException("fetch times must be positive");
        }
    }

    /** 5 MB raw, 20 MB decoded, ratio 100, 32 KB of headers, 60 s in all, 10 s to connect, 5 redirects. */
    public static FetchLimits standard() {
        return new FetchLimits(
                5_000_000, 20_000_000, 100, 32 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(10), 5);
    }

    /** These limits with another total time. */
    public FetchLimits withTotal(Duration time) {
        return new FetchLimits(rawBytes, decodedBytes, ratio, headerBytes, time, connect, redirects);
    }
}
