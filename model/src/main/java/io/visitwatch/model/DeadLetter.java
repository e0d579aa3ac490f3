package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be read, kept where it can be looked at.
 *
 * @param stage part that gave up ({@code ingest}, {@code enrich}, {@code alerts}, {@code replay})
 * @param cause one line: what is wrong
 * @param source where it came from ({@code topic-partition@offset}, {@code file:line}, URL)
 * @param key key of the source record; null when it had none
 * @param value the input, cut to 64 KiB, as text where it is UTF-8, else Base64 with prefix {@code base64:}; null when it had none
 * @param sha256 digest of the whole input, lower-case hex; null when it had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String stage,
        String cause,
        String source,
        @Nullable String key,
        @Nullable String value,
        @Nullable String sha256) {
    public DeadLetter {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(source, "source");
    }
}
