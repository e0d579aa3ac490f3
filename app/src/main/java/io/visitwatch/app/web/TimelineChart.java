package io.visitwatch.app.web;

import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The bars. A short stretch has a bar a visit; a long one has a bar a step of time whose height is the number of visits, so that
 * 24 years draw as fast as a week.
 */
final class TimelineChart {
    private static final int WIDTH = 1_000;
    private static final int LABELS = 190;
    private static final int ROW = 26;
    private static final int TOP = 24;
    private static final int MOST_ROWS = 36;
    private static final int MOST_LANES = 6;
    private static final int STEPS = 140;
    private static final int LONGEST_LABEL = 26;
    /** More visits than this are drawn by steps however short the stretch. */
    private static final int MOST_BARS = 500;
    /** Width of a letter in the size of ticks: an estimate on the wide side. */
    private static final double LETTER = 6.8;
    /** Between a bar and the name beside it. */
    private static final int GAP = 5;

    private final Frame frame;
    private final TimeWindow window;
    private final boolean linked;
    private final Html html = new Html();

    private TimelineChart(Frame frame, TimeWindow window, boolean linked) {
        this.frame = frame;
        this.window = window;
        this.linked = linked;
    }

    static Html of(
            Frame frame, TimeWindow window, Map<String, List<TimelinePage.Span>> rows, String summary, boolean linked) {
        return new TimelineChart(frame, window, linked).draw(rows, summary);
    }

    private Html draw(Map<String, List<TimelinePage.Span>> rows, String summary) {
        Map<String, List<TimelinePage.Span>> shown = merged(rows);
        boolean dense = window.days() > 400
                || rows.values().stream().mapToInt(List::size).sum() > MOST_BARS;
        List<Integer> heights = new ArrayList<>();
        Html bars = new Html();
        int y = TOP;
        for (Map.Entry<String, List<TimelinePage.Span>> row : shown.entrySet()) {
            int lanes = dense ? 1 : lanes(row.getValue()).size();
            label(bars, row.getKey(), y);
            if (dense) {
                steps(bars, row.getKey(), row.getValue(), y);
            } else {
                single(bars, lanes(row.getValue()), y);
            }
            y += lanes * ROW;
            heights.add(y);
        }
        html.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + WIDTH + " " + (y + 6),
                "role",
                "img",
                "aria-label",
                summary,
                "data-zoom",
                dense ? nearer() : null,
                "data-start",
                window.start().toString(),
                "data-days",
                String.valueOf(window.days()),
                "data-left",
                String.valueOf((double) LABELS / WIDTH));
        ticks(y);
        heights.forEach(end -> html.open("line", "x1", "0", "x2", "" + WIDTH, "y1", "" + end, "y2", "" + end)
                .close("line"));
        return html.add(bars).close("svg");
    }

    /** Where a click on a dense chart leads, without its day, which the script adds. */
    private String nearer() {
        TimeWindow.Zoom zoom = window.days() > 2_000 ? TimeWindow.Zoom.YEAR : TimeWindow.Zoom.QUARTER;
        return frame.href(
                "/timeline", "zoom", zoom.key(), "by", frame.asked("by"), "replay", frame.asked("replay"), "at", "DAY");
    }

    /** The rows that fit; the rest in one. */
    private Map<String, List<TimelinePage.Span>> merged(Map<String, List<TimelinePage.Span>> rows) {
        Map<String, List<TimelinePage.Span>> shown = new java.util.LinkedHashMap<>();
        rows.forEach((name, spans) -> {
            String key = shown.size() < MOST_ROWS ? name : frame.say("timeline.rest");
            shown.computeIfAbsent(key, k -> new ArrayList<>()).addAll(spans);
        });
        return shown;
    }

    /** Visits of a row on as few lines as keep them apart; those beyond the last line share it. */
    private static List<List<TimelinePage.Span>> lanes(List<TimelinePage.Span> spans) {
        List<List<TimelinePage.Span>> lanes = new ArrayList<>();
        for (TimelinePage.Span span : spans) {
            List<TimelinePage.Span> free = null;
            for (List<TimelinePage.Span> lane : lanes) {
                if (free == null && lane.get(lane.size() - 1).to().isBefore(span.from())) {
                    free = lane;
                }
            }
            if (free == null && lanes.size() < MOST_LANES) {
                free = new ArrayList<>();
                lanes.add(free);
            }
            (free == null ? lanes.get(lanes.size() - 1) : free).add(span);
        }
        return lanes;
    }

    private void ticks(int bottom) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        window.days() > 1_000 ? "uuuu" : window.days() > 100 ? "MMM uuuu" : "d MMM")
                .localizedBy(frame.messages().locale());
        for (LocalDate day : window.ticks()) {
            String x = number(x(window.at(day)));
            html.open("line", "x1", x, "x2", x, "y1", "" + TOP, "y2", "" + bottom)
                    .close("line");
            html.tag(
                    "text",
                    format.format(window.days() > 1_000 ? YearMonth.from(day).atDay(1) : day),
                    "x",
                    x,
                    "y",
                    "15",
                    "class",
                    "tick");
        }
        if (window.touches(frame.today(), frame.today())) {
            String x = number(x(window.at(frame.today())));
            html.open("line", "x1", x, "x2", x, "y1", "" + TOP, "y2", "" + bottom, "class", "today")
                    .close("line");
        }
    }

    private static void label(Html bars, String name, int y) {
        String shown = name.codePointCount(0, name.length()) <= LONGEST_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
        bars.tag("text", shown, "x", "6", "y", "" + (y + 17), "direction", "ltr");
    }

    private void single(Html bars, List<List<TimelinePage.Span>> lanes, int y) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            double taken = LABELS;
            List<TimelinePage.Span> spans = lanes.get(lane);
            for (int i = 0; i < spans.size(); i++) {
                TimelinePage.Span span = spans.get(i);
                double from = x(Math.max(0, window.at(span.from())));
                double to = x(Math.min(window.days(), window.at(span.to()) + 1));
                double next =
                        i + 1 < spans.size() ? x(window.at(spans.get(i + 1).from())) : WIDTH;
                taken = named(bars, frame.name(span.visit().head()), y + lane * ROW, taken, from, to, next);
                bar(
                        bars,
                        from,
                        Math.max(4, to - from - 1),
                        y + lane * ROW + 5,
                        ROW - 10,
                        kind(span),
                        linked ? frame.visit(span.visit().id()) : null);
                bars.tag(
                        "title",
                        frame.name(span.visit().head()) + " · "
                                + frame.status(span.visit().status()) + " · "
                                + frame.days(span.visit().dates()));
                bars.close("rect");
            }
        }
    }

    /** The name of a visitor right or left of the bar, where there is room; gives how far the line is taken. */
    private static double named(Html bars, String name, int y, double taken, double from, double to, double next) {
        double wide = name.codePointCount(0, name.length()) * LETTER + 2 * GAP;
        if (next - to >= wide) {
            beside(bars, name, y, to + GAP, "start");
            return to + wide;
        }
        if (from - taken >= wide) {
            beside(bars, name, y, from - GAP, "end");
        }
        return to;
    }

    private static void beside(Html bars, String name, int y, double x, String anchor) {
        String place = number(x);
        bars.tag(
                "text",
                name,
                "x",
                place,
                "y",
                "" + (y + 17),
                "class",
                "tick",
                "text-anchor",
                anchor,
                "direction",
                "ltr");
    }

    private void steps(Html bars, String name, List<TimelinePage.Span> spans, int y) {
        int[] counts = new int[STEPS];
        for (TimelinePage.Span span : spans) {
            long step = Math.max(0, window.at(span.from())) * STEPS / window.days();
            counts[(int) Math.min(STEPS - 1, step)]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double wide = (double) (WIDTH - LABELS) / STEPS;
        // one path a row: a bar of its own for each step would make ten times the page
        StringBuilder path = new StringBuilder();
        for (int step = 0; step < STEPS; step++) {
            if (counts[step] > 0) {
                double high = 4 + (ROW - 10.0) * counts[step] / most;
                path.append('M')
                        .append(number(LABELS + step * wide))
                        .append(' ')
                        .append(y + ROW - 3)
                        .append('v')
                        .append(number(-high))
                        .append('h')
                        .append(number(wide - 0.6))
                        .append('v')
                        .append(number(high))
                        .append('z');
            }
        }
        bars.open("path", "class", "bar", "d", path.toString());
        bars.tag("title", name + ": " + frame.number(spans.size())).close("path");
    }

    private static void bar(
            Html bars,
            double x,
            double width,
            double y,
            double height,
            String kind,
            @org.jspecify.annotations.Nullable String address) {
        bars.open(
                "rect",
                "class",
                kind,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height),
                "rx",
                "2",
                "data-href",
                address);
    }

    private static String kind(TimelinePage.Span span) {
        VisitStatus.Coarse coarse = span.visit().status().coarse();
        return coarse == VisitStatus.Coarse.HAPPENING
                ? "bar"
                : "bar " + coarse.name().toLowerCase(Locale.ROOT);
    }

    private double x(long day) {
        return LABELS + (double) (WIDTH - LABELS) * day / window.days();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
