package io.visitwatch.ingest.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The zones publishers name. The table is our own: the JVM's knows {@code IST} as Israel's, and changes with its version.
 */
final class TimeZones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:gmt|utc|ut|z)?\\s*([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?::?00)?\\s*(?:[a-z]{1,5})?");

    private static final Pattern NAME = Pattern.compile("\\(?([a-z]{1,5})\\)?\\.?");
    private static final Pattern REGION = Pattern.compile("[a-z_]+/[a-z_/+0-9-]+");

    private static final Map<String, Integer> MINUTES = new HashMap<>();

    static {
        String[][] hours = {
            {"0", "gmt", "utc", "ut", "z", "wet"},
            {"60", "cet", "met", "mez", "bst", "west", "wat"},
            {"120", "cest", "mest", "mesz", "eet", "sast", "cat"},
            {"180", "eest", "msk", "trt", "ast3", "eat"},
            {"210", "irst"},
            {"240", "gst", "msd", "azt"},
            {"270", "irdt", "aft"},
            {"300", "pkt"},
            {"330", "ist"},
            {"345", "npt"},
            {"420", "wib", "ict"},
            {"480", "hkt", "sgt", "awst", "myt", "pht"},
            {"540", "jst", "kst"},
            {"570", "acst"},
            {"600", "aest"},
            {"630", "acdt"},
            {"660", "aedt"},
            {"720", "nzst"},
            {"780", "nzdt"},
            {"-150", "ndt"},
            {"-180", "adt", "brt", "art"},
            {"-210", "nst"},
            {"-240", "edt", "ast", "at"},
            {"-300", "est", "cdt", "et"},
            {"-360", "cst", "mdt", "ct"},
            {"-420", "mst", "pdt", "mt"},
            {"-480", "pst", "pt", "akdt"},
            {"-540", "akst"},
            {"-600", "hst"},
        };
        for (String[] row : hours) {
            for (int i = 1; i < row.length; i++) {
                MINUTES.put(row[i], Integer.parseInt(row[0]));
            }
        }
    }

    private TimeZones() {}

    /**
     * The offset a text behind a time means.
     *
     * @param text lower case; empty means {@code otherwise}
     * @param otherwise the offset of a date that names none; null for UTC
     * @return null when the text is no zone; UTC for an abbreviation nobody knows
     */
    static @Nullable ZoneOffset offset(String text, @Nullable ZoneOffset otherwise) {
        String zone = text.strip();
        if (zone.startsWith(",")) {
            zone = zone.substring(1).strip();
        }
        if (zone.isEmpty()) {
            return otherwise == null ? ZoneOffset.UTC : otherwise;
        }
        Matcher offset = OFFSET.matcher(zone);
        if (offset.matches()) {
            return numeric(offset);
        }
        Matcher name = NAME.matcher(zone);
        if (name.matches()) {
            return ZoneOffset.ofTotalSeconds(MINUTES.getOrDefault(name.group(1), 0) * 60);
        }
        return null;
    }

    private static @Nullable ZoneOffset numeric(Matcher m) {
        int hours = Integer.parseInt(m.group(2));
        int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        if (hours > 14 || minutes > 59) {
            return null;
        }
        int total = hours * 60 + minutes;
        return ZoneOffset.ofTotalSeconds((m.group(1).equals("-") ? -total : total) * 60);
    }

    /** The region {@code text} names, whose offset depends on the day; null when it names none. */
    static @Nullable ZoneId region(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (!REGION.matcher(wanted).matches()) {
            return null;
        }
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.toLowerCase(Locale.ROOT).equals(wanted)) {
                return ZoneId.of(id);
            }
        }
        return null;
    }
}
