package io.visitwatch.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature a hub puts on what it sends: {@code X-Hub-Signature: method=hex}, WebSub section 8. */
final class Signatures {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signatures() {}

    /**
     * Whether a body is signed with a secret, compared in constant time.
     *
     * @param header value of {@code X-Hub-Signature}; null when it was not sent
     */
    static boolean valid(@Nullable String header, String secret, byte[] body) {
        int equals = header == null ? -1 : header.indexOf('=');
        if (header == null || equals < 0) {
            return false;
        }
        String algorithm = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return false;
        }
        String stated = header.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        return same(hex(algorithm, secret, body), stated);
    }

    /** The HMAC of a body, in lower-case hexadecimal digits. */
    static String hex(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** Whether two texts are the same, in a time that does not tell how far. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
