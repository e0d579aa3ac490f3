package io.visitwatch.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Manners and limits of fetching.
 *
 * @param userAgent how we name ourselves; null for the standard name
 * @param poll usual time between two polls of a feed
 * @param hostDelay pause between two requests to one host
 * @param concurrency requests at a time, over all hosts
 * @param pages whether article pages are fetched
 * @param robots whether robots.txt is obeyed
 * @param allowPrivate private ranges that may be fetched, as CIDR
 * @param allowPorts further ports that may be fetched
 * @param extractionRules file with page rules; null for the bundled ones
 */
public record FetchSettings(
        @Nullable String userAgent,
        Duration poll,
        Duration hostDelay,
        int concurrency,
        boolean pages,
        boolean robots,
        List<String> allowPrivate,
        List<Integer> allowPorts,
        @Nullable String extractionRules) {
    @JsonCreator
    static FetchSettings of(
            @JsonProperty("user-agent") @Nullable String userAgent,
            @JsonProperty("poll") @Nullable String poll,
            @JsonProperty("host-delay") @Nullable String hostDelay,
            @JsonProperty("concurrency") @Nullable Integer concurrency,
            @JsonProperty("pages") @Nullable Boolean pages,
            @JsonProperty("robots") @Nullable Boolean robots,
            @JsonProperty("allow-private") @Nullable List<String> allowPrivate,
            @JsonProperty("allow-ports") @Nullable List<Integer> allowPorts,
            @JsonProperty("extraction-rules") @Nullable String extractionRules) {
        return new FetchSettings(
                userAgent,
                Times.parse(Objects.requireNonNullElse(poll, "10m")),
                Times.parse(Objects.requireNonNullElse(hostDelay, "1s")),
                Objects.requireNonNullElse(concurrency, 16),
                pages == null || pages,
                robots == null || robots,
                AppConfig.orEmpty(allowPrivate),
                AppConfig.orEmpty(allowPorts),
                extractionRules);
    }

    /** Nothing configured. */
    static FetchSettings standard() {
        return of(null, null, null, null, null, null, null, null, null);
    }
}
