package io.visitwatch.alerts.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/** Stable ids: the same words give the same id on any machine. */
final class Ids {
    private Ids() {}

    /** {@code baghdad-20250304-ir-1a2b3c4d5e}: watched place, day and country of the report that opened the visit, its digest. */
    static String visit(String watch, LocalDate day, String country, String reportId) {
        String nation = country.isEmpty() ? "xx" : country.toLowerCase(Locale.ROOT);
        String date = day.toString().replace("-", "");
        return watch + "-" + date + "-" + nation + "-"
                + digest(watch + "|" + reportId).substring(0, 10);
    }

    /** Id of the alert that tells {@code change} of a visit. */
    static String alert(String visitId, String change) {
        return "alert-" + digest(visitId + "|" + change).substring(0, 24);
    }

    private static String digest(String words) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
