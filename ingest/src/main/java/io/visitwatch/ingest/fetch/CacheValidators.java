package io.visitwatch.ingest.fetch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave with a body to recognise it by, kept and sent back byte for byte.
 *
 * @param url address that gave them; they are sent to no other
 * @param etag value of {@code ETag}, quotes and {@code W/} included; null when not given
 * @param lastModified text of {@code Last-Modified}; null when not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CacheValidators(
        String url, @Nullable String etag, @Nullable String lastModified) {
    private static final String[] CODING_SUFFIXES = {"-gzip\"", ";gzip\"", "-br\"", ":gzip\""};

    /** Whether there is anything to send. */
    @JsonIgnore
    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    /**
     * The tag with, as second value, the tag without a coding suffix: some servers add {@code -gzip} on the way out and never
     * match it on the way in. Null without a tag.
     */
    public @Nullable String tolerantEtag() {
        if (etag == null) {
            return null;
        }
        for (String suffix : CODING_SUFFIXES) {
            if (etag.endsWith(suffix)) {
                return etag + ", " + etag.substring(0, etag.length() - suffix.length()) + '"';
            }
        }
        return etag;
    }
}
