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
 * @param contact URL or address where the owner of a site finds the operator
 * @param poll usual time between two polls of a feed
 * @param pollMin shortest time between two polls of a feed
 * @param pollMax longest time between two polls of a feed that answers
 * @param hostDelay pause between two requests to one host
 * @param concurrency requests at a time, over all hosts
 * @param pages whether article pages are fetched
 * @param robotsForFeeds whether robots.txt is asked for feeds too; for pages it always is
 * @param allowPrivate private ranges that may be fetched, as CIDR
 * @param allowPorts further ports that may be fetched
 * @param pushCallback address below which WebSub hubs reach the API, without a slash at its end; null for no push
 */
public record FetchSettings(
        String contact,
        Duration poll,
        Duration pollMin,
        Duration pollMax,
        Duration hostDelay,
        int concurrency,
        boolean pages,
        boolean robotsForFeeds,
        List<String> allowPrivate,
        List<Integer> allowPorts,
        @Nullable String pushCallback) {
    private static final String CONTACT = "https://github.com/visitwatch/visitwatch";

    public FetchSettings {
        if (pollMin.compareTo(poll) > 0 || poll.compareTo(pollMax) > 0) {
            throw new IllegalArgumentException(
                    "fetch: poll must lie between poll-min and poll-max: " + pollMin + ", " + poll + ", " + pollMax);
        }
    }

    @JsonCreator
    static FetchSettings of(
            @JsonProperty("contact") @Nullable String contact,
            @JsonProperty("poll") @Nullable String poll,
            @JsonProperty("poll-min") @Nullable String pollMin,
            @JsonProperty("poll-max") @Nullable String pollMax,
            @JsonProperty("host-delay") @Nullable String hostDelay,
            @JsonProperty("concurrency") @Nullable Integer concurrency,
            @JsonProperty("pages") @Nullable Boolean pages,
            @JsonProperty("robots-for-feeds") @Nullable Boolean robotsForFeeds,
            @JsonProperty("allow-private") @Nullable List<String> allowPrivate,
            @JsonProperty("allow-ports") @Nullable List<Integer> allowPorts,
            @JsonProperty("push-callback") @Nullable String pushCallback) {
        return new FetchSettings(
                Objects.requireNonNullElse(contact, CONTACT),
                Times.parse(Objects.requireNonNullElse(poll, "15m")),
                Times.parse(Objects.requireNonNullElse(pollMin, "5m")),
                Times.parse(Objects.requireNonNullElse(pollMax, "1h")),
                Times.parse(Objects.requireNonNullElse(hostDelay, "500ms")),
                Objects.requireNonNullElse(concurrency, 16),
                pages == null || pages,
                robotsForFeeds != null && robotsForFeeds,
                AppConfig.orEmpty(allowPrivate),
                AppConfig.orEmpty(allowPorts),
                pushCallback == null ? null : pushCallback.replaceFirst("/+$", ""));
    }

    /** Nothing configured. */
    static FetchSettings standard() {
        return of(null, null, null, null, null, null, null, null, null, null, null);
    }
}
