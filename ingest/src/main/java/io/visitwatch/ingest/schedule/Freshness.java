package io.visitwatch.ingest.schedule;

import io.visitwatch.ingest.fetch.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long an answer says it stays fresh: {@code Cache-Control: max-age}, else {@code Expires}. {@code no-store} says nothing here. */
final class Freshness {
    private Freshness() {}

    static Optional<Duration> of(Map<String, String> headers, Instant now) {
        Optional<Duration> maxAge = maxAge(headers.getOrDefault("cache-control", ""));
        if (maxAge.isPresent()) {
            return maxAge;
        }
        Instant from = RetryAfter.httpDate(headers.get("date")).orElse(now);
        return RetryAfter.httpDate(headers.get("expires"))
                .map(end -> Duration.between(from, end))
                .filter(fresh -> !fresh.isNegative());
    }

    private static Optional<Duration> maxAge(String control) {
        for (String directive : control.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = directive.strip().split("=", 2);
            if (parts.length == 2 && parts[0].strip().equals("max-age")) {
                String seconds = parts[1].strip().replace("\"", "");
                if (seconds.length() <= 12
                        && !seconds.isEmpty()
                        && seconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
                }
            }
        }
        return Optional.empty();
    }
}
