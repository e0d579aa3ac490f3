package io.visitwatch.ingest.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.visitwatch.model.Outlet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One subscription, as the topic {@code feeds} carries it. Credentials are never part of it: they stay in the configuration.
 *
 * @param id stable id, made from the URL where none is given
 * @param url address as configured
 * @param outlet who publishes it
 * @param language BCP 47 code of what it publishes; null when unknown
 * @param zone zone of dates stated without one
 * @param pages when the article's page is fetched
 * @param origin who added it: {@code config} (removed when it leaves the configuration) or {@code added}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Feed(
        String id, String url, Outlet outlet, @Nullable String language, ZoneId zone, PageUse pages, String origin) {
    /** Value of {@link #origin} for a feed of the configuration file. */
    public static final String FROM_CONFIG = "config";

    /** Value of {@link #origin} for a feed added at run time. */
    public static final String ADDED = "added";

    public Feed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(outlet, "outlet");
        zone = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        pages = Objects.requireNonNullElse(pages, PageUse.ALWAYS);
        origin = Objects.requireNonNullElse(origin, FROM_CONFIG);
        if (id.isBlank() || id.indexOf('#') >= 0) {
            throw new IllegalArgumentException("feed id '" + id + "' is empty or holds '#'");
        }
    }

    /** A feed of the configuration with everything else at its default. */
    public static Feed of(String url, Outlet outlet) {
        return new Feed(idOf(url), url, outlet, null, ZoneOffset.UTC, PageUse.ALWAYS, FROM_CONFIG);
    }

    /** The id of a feed that is given none: 16 hexadecimal digits of its URL. */
    public static String idOf(String url) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(url.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** When an entry's page is fetched. */
    public enum PageUse {
        /** For every entry with a link. */
        @JsonProperty("always")
        ALWAYS,
        /** When the feed's own text is short. */
        @JsonProperty("when-short")
        WHEN_SHORT,
        /** Never: the feed's own text is the article. */
        @JsonProperty("never")
        NEVER
    }
}
