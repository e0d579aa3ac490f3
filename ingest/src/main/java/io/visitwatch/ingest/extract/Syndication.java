package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose text an article is when it credits a news agency: in the byline, in the dateline ({@code BAGHDAD (Reuters) -},
 * {@code بغداد/ الأناضول}), or in a line at the end. An agency merely quoted in the text is no credit.
 */
final class Syndication {
    private static final int DATELINE = 90;
    private static final int LAST_LINE = 90;

    private record Agency(String name, Pattern byline, Pattern dateline, Pattern lastLine) {}

    private static final List<Agency> AGENCIES = load();

    private Syndication() {}

    /**
     * The agency credited.
     *
     * @param text article text
     * @param byline author line; null when unknown
     * @param outlet name of the outlet: an agency does not copy itself
     * @return name of the agency; null when none is credited
     */
    static @Nullable String of(String text, @Nullable String byline, String outlet) {
        String start = text.substring(0, Math.min(text.length(), DATELINE));
        String end = text.substring(text.lastIndexOf('\n') + 1);
        for (Agency agency : AGENCIES) {
            boolean credited =
                    (byline != null && agency.byline().matcher(byline).find())
                            || agency.dateline().matcher(start).find()
                            || (end.length() <= LAST_LINE
                                    && agency.lastLine().matcher(end).find());
            if (credited
                    && !outlet.toLowerCase(Locale.ROOT).contains(agency.name().toLowerCase(Locale.ROOT))) {
                return agency.name();
            }
        }
        return null;
    }

    private static List<Agency> load() {
        List<Agency> agencies = new ArrayList<>();
        for (List<String> row : DataTable.rows("agencies.tsv")) {
            List<String> names = new ArrayList<>();
            for (String name : row.get(1).split(",", -1)) {
                names.add(Pattern.quote(name.strip()));
            }
            String any = "(?<![\\p{L}\\d])(?:" + String.join("|", names) + ")(?![\\p{L}\\d])";
            agencies.add(new Agency(
                    row.get(0),
                    Pattern.compile(any),
                    // in brackets or between slashes anywhere in the dateline, or before the dash or colon that ends it
                    Pattern.compile("[(\\[（/][^)\\]）]{0,25}" + any + "[^)\\]）]{0,12}[)\\]）/]|^[^.\\n]{0,40}" + any
                            + "\\s*[)/]?\\s*[-–—:ـ]"),
                    Pattern.compile("^[\\s(\\[/©]*(?:[\\p{L}/]{1,14}\\s*[:：]\\s*|[^.]{0,30}\\b[Ww]ith\\s[^.]{0,30})?"
                            + any + "[^.\\p{L}]{0,12}(?:[)\\]/.,]|$)")));
        }
        return List.copyOf(agencies);
    }
}
