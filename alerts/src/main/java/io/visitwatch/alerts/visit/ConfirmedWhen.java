package io.visitwatch.alerts.visit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a visit counts as confirmed: enough independent sources, or enough official ones.
 *
 * @param independent number of independent sources of any class; 0 when they never suffice
 * @param official number of official sources; 0 when they never suffice
 */
public record ConfirmedWhen(int independent, int official) {
    /** Two independent sources or one official. */
    public static final ConfirmedWhen STANDARD = new ConfirmedWhen(2, 1);

    private static final Pattern PART = Pattern.compile("(\\d{1,3}) (independent|official)(?: sources?)?");

    public ConfirmedWhen {
        if (independent < 0 || official < 0) {
            throw new IllegalArgumentException(
                    "confirmed: " + independent + " independent or " + official + " official");
        }
    }

    /**
     * Reads {@code "2 independent sources or 1 official"}; either half may be missing.
     *
     * @throws IllegalArgumentException naming the words that do not fit
     */
    public static ConfirmedWhen parse(String text) {
        int independent = 0;
        int official = 0;
        for (String part : text.toLowerCase(Locale.ROOT).trim().split("\\s+or\\s+", -1)) {
            Matcher m = PART.matcher(part.trim().replaceAll("\\s+", " "));
            if (!m.matches()) {
                throw new IllegalArgumentException(
                        "confirmed: \"" + part + "\" does not read like \"2 independent sources or 1 official\"");
            }
            int count = Integer.parseInt(m.group(1));
            if (m.group(2).equals("official")) {
                official = count;
            } else {
                independent = count;
            }
        }
        return new ConfirmedWhen(independent, official);
    }

    boolean met(int independentSources, int officialSources) {
        return (independent > 0 && independentSources >= independent) || (official > 0 && officialSources >= official);
    }
}
