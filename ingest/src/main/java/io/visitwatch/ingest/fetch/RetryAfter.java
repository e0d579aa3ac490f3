package io.visitwatch.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, or an HTTP date. */
public final class RetryAfter {
    /** Longest wait taken seriously. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * The wait asked for, at most {@link #LONGEST}.
     *
     * @param value header value; null when not sent
     * @param now to count a date from, UTC
     * @return empty when absent, past, unreadable, or beyond a year
     */
    public static Optional<Duration> parse(@Nullable String value, Instant now) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return read(value.strip(), now)
                .filter(wait -> !wait.isNegative() && !wait.isZero() && wait.compareTo(Duration.ofDays(366)) < 0)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (value.length() <= 10 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return httpDate(value).map(date -> Duration.between(now, date));
    }

    /** Reads an HTTP date ({@code Sun, 06 Nov 1994 08:49:37 GMT}); empty when it is none. */
    public static Optional<Instant> httpDate(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // servers write all kinds of things here: it is a hint, not data
        }
    }
}
