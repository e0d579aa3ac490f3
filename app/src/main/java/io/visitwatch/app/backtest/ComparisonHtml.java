package io.visitwatch.app.backtest;

import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.score.Score;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison as one HTML page that needs nothing else: no script, no style sheet, no font. */
public final class ComparisonHtml {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui;margin:2em auto;max-width:70em;padding:0 1em;color:#1a1a1a;background:#fff}
            table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4em .6em;border-bottom:1px solid #ccc}
            .GAINED td:first-child{color:#186a3b;font-weight:600}.LOST td:first-child{color:#922b21;font-weight:600}
            blockquote{margin:.2em 0 0;color:#444}
            @media (prefers-color-scheme:dark){body{color:#eee;background:#111}blockquote{color:#bbb}.GAINED td:first-child{color:#58d68d}.LOST td:first-child{color:#f1948a}}
            """;

    private ComparisonHtml() {}

    /**
     * The page.
     *
     * @param a name of version A
     * @param b name of version B
     * @param scoreA score of A where labels were given; null where not
     * @param scoreB the same of B
     */
    public static String page(
            Comparison comparison, String a, String b, @Nullable Score scoreA, @Nullable Score scoreB) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>Backtest</title><style>" + STYLE
                + "</style><h1>Backtest</h1><p>A: "
                + Plain.html(a) + ", " + comparison.visitsA() + " visits. B: " + Plain.html(b) + ", "
                + comparison.visitsB() + " visits.</p>" + counts(comparison) + scores(scoreA, scoreB)
                + "<table><thead><tr><th>change<th>first told<th>who<th>A<th>B</thead><tbody>"
                + comparison.differences().stream().map(ComparisonHtml::row).collect(Collectors.joining())
                + "</tbody></table></html>\n";
    }

    private static String counts(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return "<p>Nothing differs.</p>";
        }
        return comparison.counts().entrySet().stream()
                .map(ComparisonHtml::count)
                .collect(Collectors.joining(" · ", "<p>", "</p>"));
    }

    private static String count(Map.Entry<Comparison.Kind, Long> entry) {
        return entry.getValue() + " " + entry.getKey().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String scores(@Nullable Score a, @Nullable Score b) {
        if (a == null || b == null) {
            return "";
        }
        return "<table><thead><tr><th>over the labelled documents<th>A<th>B</thead><tbody>"
                + measure("precision", a.alert().precision(), b.alert().precision())
                + measure("recall", a.alert().recall(), b.alert().recall())
                + measure("F1", a.alert().f1(), b.alert().f1())
                + measure("status", a.statusAccuracy(), b.statusAccuracy())
                + measure("visitors F1", a.visitors().f1(), b.visitors().f1()) + "</tbody></table>";
    }

    private static String measure(String name, double a, double b) {
        return "<tr><td>" + name + "<td>" + a + "<td>" + b;
    }

    private static String row(Comparison.Difference difference) {
        return "<tr class=\"" + difference.kind() + "\"><td>" + difference.kind() + "<td>"
                + difference.at().toString().substring(0, 10) + "<td><bdi dir=\"auto\">" + shown(difference.who())
                + "</bdi> (" + shown(difference.country()) + ")<blockquote dir=\"auto\">" + shown(difference.sentence())
                + "</blockquote><td>" + shown(difference.before()) + "<td>" + shown(difference.after());
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : Plain.html(Plain.line(text));
    }
}
