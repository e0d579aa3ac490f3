package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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
    private static final int KEPT_BYTES = 64 * 1024;

    public DeadLetter {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(source, "source");
    }

    /** The letter for an input of {@code value} bytes. */
    public static DeadLetter of(
            String stage, String cause, String source, @Nullable String key, byte @Nullable [] value) {
        return value == null
                ? new DeadLetter(stage, cause, source, key, null, null)
                : new DeadLetter(stage, cause, source, key, text(value), sha256(value));
    }

    private static String text(byte[] value) {
        byte[] kept = value.length <= KEPT_BYTES ? value : Arrays.copyOf(value, KEPT_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept))
                    .toString();
        } catch (CharacterCodingException e) {
            return "base64:" + Base64.getEncoder().encodeToString(kept); // not UTF-8, or cut inside a character
        }
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
