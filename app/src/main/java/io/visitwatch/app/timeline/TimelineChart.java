package io.visitwatch.app.timeline;

import io.visitwatch.alerts.render.Plain;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A timeline as one self-contained picture: stacked bars by month, one colour for each main country, the rest in grey. */
public final class TimelineChart {
    private static final List<String> COLOURS = List.of(
            "#1b6ca8", "#c8553d", "#3a7d44", "#8d5a97", "#e0a030", "#2a9d8f", "#9b2226", "#5f6caf", "#7f4f24",
            "#d16ba5");
    private static final int BAR = 5;
    private static final int UNIT = 14;
    private static final int LEFT = 40;
    private static final int TOP = 50;

    private final Timeline timeline;
    private final List<String> main;

    private TimelineChart(Timeline timeline) {
        this.timeline = timeline;
        this.main = TimelineText.main(timeline, COLOURS.size());
    }

    /** The picture as SVG. */
    public static String svg(Timeline timeline) {
        return new TimelineChart(timeline).draw();
    }

    /** The picture and its numbers as one HTML page without scripts. */
    public static String html(Timeline timeline, String title) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + Plain.html(title)
                + "</title><style>body{font:14px system-ui;margin:2em}figure{overflow-x:auto;margin:0}"
                + "pre{font-size:12px}</style><h1>" + Plain.html(title) + "</h1><figure>" + svg(timeline)
                + "</figure><h2>By year</h2><pre>" + Plain.html(TimelineText.text(timeline)) + "</pre></html>\n";
    }

    private String draw() {
        if (timeline.counts().isEmpty()) {
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"40\" role=\"img\">"
                    + "<text x=\"10\" y=\"25\">No visits</text></svg>";
        }
        YearMonth first = timeline.counts().firstKey();
        YearMonth last = timeline.counts().lastKey();
        int months = index(first, last) + 1;
        int highest = timeline.counts().values().stream()
                .mapToInt(row -> row.values().stream().mapToInt(n -> n).sum())
                .max()
                .orElse(1);
        int base = TOP + highest * UNIT;
        int width = Math.max(LEFT + months * BAR + 20, LEFT + main.size() * 60 + 60);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-label=\"Visits per month and country\" font-family=\"system-ui\" font-size=\"11\">",
                width,
                base + 30));
        legend(out);
        axis(out, first, months, base, width);
        timeline.counts().forEach((month, row) -> bar(out, LEFT + index(first, month) * BAR, base, month, row));
        return out.append("</svg>").toString();
    }

    private void legend(StringBuilder out) {
        for (int i = 0; i < main.size(); i++) {
            int x = LEFT + i * 60;
            out.append(rect(x, 12, 10, 10, COLOURS.get(i), "")).append(text(x + 14, 21, main.get(i)));
        }
        out.append(rect(LEFT + main.size() * 60, 12, 10, 10, "#999", ""))
                .append(text(LEFT + main.size() * 60 + 14, 21, "other"));
    }

    private static void axis(StringBuilder out, YearMonth first, int months, int base, int width) {
        out.append(rect(LEFT, base, width - LEFT - 10, 1, "#444", ""));
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            if (month.getMonthValue() == 1) {
                out.append(rect(LEFT + i * BAR, base, 1, 6, "#444", ""))
                        .append(text(LEFT + i * BAR + 2, base + 18, Integer.toString(month.getYear())));
            }
        }
    }

    private void bar(StringBuilder out, int x, int base, YearMonth month, Map<String, Integer> row) {
        int y = base;
        for (String country : main) {
            y = block(
                    out, x, y, row.getOrDefault(country, 0), COLOURS.get(main.indexOf(country)), month + " " + country);
        }
        int rest = row.entrySet().stream()
                .filter(e -> !main.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        block(out, x, y, rest, "#999", month + " other");
    }

    private static int block(StringBuilder out, int x, int bottom, int visits, String colour, String label) {
        if (visits == 0) {
            return bottom;
        }
        int height = visits * UNIT;
        out.append(rect(x, bottom - height, BAR - 1, height, colour, label + ": " + visits));
        return bottom - height;
    }

    private static String rect(int x, int y, int width, int height, String colour, String title) {
        String shape = "<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height + "\" fill=\""
                + colour + "\"";
        return title.isEmpty() ? shape + "/>" : shape + "><title>" + Plain.html(title) + "</title></rect>";
    }

    private static String text(int x, int y, String words) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + Plain.html(words) + "</text>";
    }

    private static int index(YearMonth first, YearMonth month) {
        return (int) java.time.temporal.ChronoUnit.MONTHS.between(first, month);
    }
}
