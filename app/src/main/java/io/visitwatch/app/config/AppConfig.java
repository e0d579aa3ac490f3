package io.visitwatch.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.alerts.visit.ConfirmedWhen;
import io.visitwatch.ingest.schedule.Feed;
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
 * @param languagePacks folder of changed language pack files, as written; null for none
 * @param alerts when an alert is worth telling
 * @param routes routes, as written
 * @param receivers receivers, as written with secrets filled in
 * @param silences silences, as written
 * @param inhibitions inhibition rules, as written
 * @param muteTimes mute times, as written
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
        @Nullable String languagePacks,
        AlertSettings alerts,
        List<JsonNode> routes,
        List<JsonNode> receivers,
        List<JsonNode> silences,
        List<JsonNode> inhibitions,
        List<JsonNode> muteTimes,
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
            @JsonProperty("language-packs") @Nullable String languagePacks,
            @JsonProperty("alerts") @Nullable AlertSettings alerts,
            @JsonProperty("routes") @Nullable List<JsonNode> routes,
            @JsonProperty("receivers") @Nullable List<JsonNode> receivers,
            @JsonProperty("silences") @Nullable List<JsonNode> silences,
            @JsonProperty("inhibitions") @Nullable List<JsonNode> inhibitions,
            @JsonProperty("mute-times") @Nullable List<JsonNode> muteTimes,
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
                languagePacks,
                alerts == null ? AlertSettings.of(null, null) : alerts,
                orEmpty(routes),
                orEmpty(receivers),
                orEmpty(silences),
                orEmpty(inhibitions),
                orEmpty(muteTimes),
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
     * @param zone zone of dates stated without one; null for UTC
     * @param pages {@code always}, {@code when-short} or {@code never} fetch article pages
     * @param headers request headers, such as credentials
     * @param enabled whether it is polled
     */
    public record FeedSettings(
            String id,
            String url,
            String outlet,
            @Nullable String country,
            @Nullable String language,
            SourceClass sourceClass,
            @Nullable String zone,
            Feed.PageUse pages,
            Map<String, String> headers,
            boolean enabled) {
        @JsonCreator
        static FeedSettings of(
                @JsonProperty("id") @Nullable String id,
                @JsonProperty("url") String url,
                @JsonProperty("outlet") String outlet,
                @JsonProperty("country") @Nullable String country,
                @JsonProperty("language") @Nullable String language,
                @JsonProperty("class") @Nullable SourceClass sourceClass,
                @JsonProperty("zone") @Nullable String zone,
                @JsonProperty("pages") Feed.@Nullable PageUse pages,
                @JsonProperty("headers") @Nullable Map<String, String> headers,
                @JsonProperty("enabled") @Nullable Boolean enabled) {
            return new FeedSettings(
                    id == null ? Feed.idOf(url) : id,
                    url,
                    outlet,
                    country,
                    language,
                    Objects.requireNonNullElse(sourceClass, SourceClass.OTHER),
                    zone,
                    Objects.requireNonNullElse(pages, Feed.PageUse.ALWAYS),
                    headers == null ? Map.of() : Map.copyOf(headers),
                    enabled == null || enabled);
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
     * When an alert is worth telling.
     *
     * @param confirmed when a visit counts as confirmed
     * @param inMemory keep stores on the heap instead of on disk
     */
    public record AlertSettings(ConfirmedWhen confirmed, boolean inMemory) {
        @JsonCreator
        static AlertSettings of(
                @JsonProperty("confirmed") @Nullable String confirmed,
                @JsonProperty("in-memory") @Nullable Boolean inMemory) {
            return new AlertSettings(
                    confirmed == null ? ConfirmedWhen.STANDARD : ConfirmedWhen.parse(confirmed),
                    inMemory != null && inMemory);
        }
    }
}
