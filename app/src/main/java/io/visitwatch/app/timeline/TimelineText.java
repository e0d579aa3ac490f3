package io.visitwatch.app.timeline;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A timeline as text for a terminal, and as CSV. */
public final class TimelineText {
    private static final int SHOWN = 12;

    private TimelineText() {}

    /** One line a year: the number of visits, a bar, and the countries they came from. */
    public static String text(Timeline timeline) {
        StringBuilder out = new StringBuilder();
        TreeMap<Integer, TreeMap<String, Integer>> years = timeline.years();
        for (Map.Entry<Integer, TreeMap<String, Integer>> year : years.entrySet()) {
            int total = year.getValue().values().stream().mapToInt(n -> n).sum();
            String countries = timeline.countries().stream()
                    .filter(year.getValue()::containsKey)
                    .limit(SHOWN)
                    .map(country -> country + " " + year.getValue().get(country))
                    .collect(Collectors.joining("  "));
            out.append(String.format(
                    Locale.ROOT,
                    "%d %4d %-40s %s%n",
                    year.getKey(),
                    total,
                    "#".repeat(Math.min(40, total)),
                    countries));
        }
        return out.toString();
    }

    /** Month, country, visits: one line each, with a head. */
    public static String csv(Timeline timeline) {
        StringBuilder out = new StringBuilder("month,country,visits\n");
        for (Map.Entry<YearMonth, TreeMap<String, Integer>> month :
                timeline.counts().entrySet()) {
            month.getValue().forEach((country, n) -> out.append(month.getKey() + "," + country + "," + n + "\n"));
        }
        return out.toString();
    }

    /** The countries drawn in a colour of their own: those with most visits. */
    static List<String> main(Timeline timeline, int most) {
        return timeline.countries().stream().limit(most).toList();
    }
}
