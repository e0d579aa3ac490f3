package io.visitwatch.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.SourceClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code visitwatch.yaml} says, defaults filled in. The schema has checked every value before it comes here.
 *
 * @param data data folder, as written
 * @param kafka where Kafka is
 * @param feeds feeds to read
 * @param fetch manners and limits of fetching
 * @param watch places to watch; empty means the standard watch
 * @param threshold lowest confidence of a report, 0 to 1; null for the standard one
 * @param keywords keyword queries by name
 * @param gazetteer extra gazetteer files
 * @param alerts when an alert is worth telling
 * @param routes routes, as written
 * @param receivers receivers, as written with secrets filled in
 * @param silences silences, as written
 * @param api the HTTP API
 */
public record AppConfig(
        String data,
        KafkaSettings kafka,
        List<FeedSettings> feeds,
        FetchSettings fetch,
        List<WatchSettings> watch,
        @Nullable Double threshold,
        Map<String, String> keywords,
        List<String> gazetteer,
        AlertSettings alerts,
        List<JsonNode> routes,
        List<JsonNode> receivers,
        List<JsonNode> silences,
        ApiSettings api) {
    /** Binds one file; every part may be missing. */
    @JsonCreator
    static AppConfig of(
            @JsonProperty("data") @Nullable String data,
            @JsonProperty("kafka") @Nullable KafkaSettings kafka,
            @JsonProperty("feeds") @Nullable List<FeedSettings> feeds,
            @JsonProperty("fetch") @Nullable FetchSettings fetch,
            @JsonProperty("watch") @Nullable List<WatchSettings> watch,
            @JsonProperty("threshold") @Nullable Double threshold,
            @JsonProperty("keywords") @Nullable Map<String, String> keywords,
            @JsonProperty("gazetteer") @Nullable List<String> gazetteer,
            @JsonProperty("alerts") @Nullable AlertSettings alerts,
            @JsonProperty("routes") @Nullable List<JsonNode> routes,
            @JsonProperty("receivers") @Nullable List<JsonNode> receivers,
            @JsonProperty("silences") @Nullable List<JsonNode> silences,
            @JsonProperty("api") @Nullable ApiSettings api) {
        return new AppConfig(
                Objects.requireNonNullElse(data, "data"),
                kafka == null ? KafkaSettings.standard() : kafka,
                orEmpty(feeds),
                fetch == null ? FetchSettings.standard() : fetch,
                orEmpty(watch),
                threshold,
                keywords == null ? Map.of() : Map.copyOf(keywords),
                orEmpty(gazetteer),
                alerts == null ? new AlertSettings(null, null) : alerts,
                orEmpty(routes),
                orEmpty(receivers),
                orEmpty(silences),
                api == null ? ApiSettings.standard() : api);
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * One feed.
     *
     * @param id stable id
     * @param url address
     * @param outlet name of the outlet
     * @param country ISO 3166-1 code of its home; null when not said
     * @param language BCP 47 code; null when not said
     * @param sourceClass what kind of voice it is
     * @param poll shortest time between two polls; null for the usual one
     * @param enabled whether it is polled
     * @param tags words to filter by
     */
    public record FeedSettings(
            String id,
            String url,
            String outlet,
            @Nullable String country,
            @Nullable String language,
            SourceClass sourceClass,
            java.time.@Nullable Duration poll,
            boolean enabled,
            List<String> tags) {
        @JsonCreator
        static FeedSettings of(
                @JsonProperty("id") @Nullable String id,
                @JsonProperty("url") String url,
                @JsonProperty("outlet") String outlet,
                @JsonProperty("country") @Nullable String country,
                @JsonProperty("language") @Nullable String language,
                @JsonProperty("class") @Nullable SourceClass sourceClass,
                @JsonProperty("poll") @Nullable String poll,
                @JsonProperty("enabled") @Nullable Boolean enabled,
                @JsonProperty("tags") @Nullable List<String> tags) {
            return new FeedSettings(
                    id == null ? FeedIds.of(url) : id,
                    url,
                    outlet,
                    country,
                    language,
                    Objects.requireNonNullElse(sourceClass, SourceClass.OTHER),
                    poll == null ? null : Times.parse(poll),
                    enabled == null || enabled,
                    orEmpty(tags));
        }
    }

    /**
     * One watched place.
     *
     * @param id id of the place in the gazetteer
     * @param zone time zone its days are counted in; null for that of Baghdad
     */
    public record WatchSettings(
            @JsonProperty("id") String id,
            @JsonProperty("zone") @Nullable String zone) {}

    /**
     * When a visit counts as confirmed.
     *
     * @param confirmedSources independent sources needed
     * @param officialConfirms whether one official source is enough
     */
    public record AlertSettings(int confirmedSources, boolean officialConfirms) {
        @JsonCreator
        AlertSettings(
                @JsonProperty("confirmed-sources") @Nullable Integer confirmedSources,
                @JsonProperty("official-confirms") @Nullable Boolean officialConfirms) {
            this((int) Objects.requireNonNullElse(confirmedSources, 2), officialConfirms == null || officialConfirms);
        }
    }
}
