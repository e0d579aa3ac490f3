package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.model.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes dead letters of this part. */
public final class DeadLetters {
    private static final int MAX_VALUE = 64 * 1024;

    private DeadLetters() {}

    static DeadLetter of(Feed feed, String cause, String source, byte @Nullable [] value) {
        return of(feed.id(), cause, source, value);
    }

    /** A dead letter of ingest; a long value is cut to 64 KiB, its digest is of the whole. */
    public static DeadLetter of(String key, String cause, String source, byte @Nullable [] value) {
        return value == null
                ? new DeadLetter("ingest", cause, source, key, null, null)
                : new DeadLetter("ingest", cause, source, key, text(value), sha256(value));
    }

    private static String text(byte[] value) {
        byte[] kept = value.length > MAX_VALUE ? Arrays.copyOf(value, MAX_VALUE) : value;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept))
                    .toString();
        } catch (CharacterCodingException e) {
            return "base64:" + Base64.getEncoder().encodeToString(kept); // not UTF-8: the form the contract has for it
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
