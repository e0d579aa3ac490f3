package io.visitwatch.app.backtest;

import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.backtest.Difference.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison as one HTML page that needs nothing else: no script, no style sheet, no font. */
public final class ComparisonHtml {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#ccc;--soft:#555;--good:#186a3b;--bad:#922b21;--moved:#1f4e8c}
            body{font:16px/1.5 system-ui,sans-serif;margin:2em auto;max-width:64em;padding:0 1em;color:#1a1a1a;background:#fff}
            h1{margin-bottom:.2em}h2{margin:1.6em 0 .4em}h2 small{font-weight:400;color:var(--soft)}
            dl.facts{display:flex;flex-wrap:wrap;gap:.6em 2em;margin:1em 0}dl.facts div{min-width:7em}
            dt{color:var(--soft);font-size:.85em}dd{margin:0;font-size:1.35em}
            table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.45em .6em;border-bottom:1px solid var(--line)}
            td.n{font-variant-numeric:tabular-nums;white-space:nowrap}
            article{border-inline-start:.3em solid var(--line);padding:.2em 0 .2em .9em;margin:0 0 1em}
            article p{margin:.1em 0}article .when{color:var(--soft);font-size:.9em}
            .GAINED{border-color:var(--good)}.LOST{border-color:var(--bad)}.EARLIER,.LATER,.STATUS,.VISITORS{border-color:var(--moved)}
            blockquote{margin:.3em 0;color:var(--soft)}code{font-size:.85em}
            @media (prefers-color-scheme:dark){:root{--line:#444;--soft:#bbb;--good:#58d68d;--bad:#f1948a;--moved:#7fb3f5}body{color:#eee;background:#111}a{color:#9cf}}
            """;

    private static final Map<Kind, String> MEANING = Map.of(
            Kind.GAINED, "told by B alone",
            Kind.LOST, "told by A alone",
            Kind.EARLIER, "told earlier by B",
            Kind.LATER, "told later by B",
            Kind.STATUS, "told with another status",
            Kind.VISITORS, "told of other visitors");

    private ComparisonHtml() {}

    /**
     * The page.
     *
     * @param a name of version A
     * @param b name of version B
     * @param measuresA how A does where the truth is known
     * @param measuresB the same of B
     */
    public static String page(Comparison comparison, String a, String b, Measures measuresA, Measures measuresB) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>Backtest</title><style>" + STYLE
                + "</style><h1>Backtest</h1><p>What B would have told otherwise than A, over the same archive. A: <code>"
                + Plain.html(a) + "</code>, B: <code>" + Plain.html(b) + "</code></p>" + facts(comparison)
                + measures(measuresA, measuresB) + sections(comparison) + "</html>\n";
    }

    private static String facts(Comparison comparison) {
        StringBuilder facts = new StringBuilder("<dl class=\"facts\">");
        fact(facts, "visits, A", comparison.visitsA());
        fact(facts, "visits, B", comparison.visitsB());
        fact(facts, "alerts, A", comparison.alertsA());
        fact(facts, "alerts, B", comparison.alertsB());
        comparison.counts().forEach((kind, count) -> fact(facts, word(kind), count));
        return facts + "</dl>" + (comparison.differences().isEmpty() ? "<p>Nothing differs.</p>" : "");
    }

    private static void fact(StringBuilder facts, String name, long count) {
        facts.append("<div><dt>").append(name).append("<dd>").append(count).append("</div>");
    }

    private static String measures(Measures a, Measures b) {
        StringBuilder rows = new StringBuilder();
        if (a.labels() != null && b.labels() != null) {
            row(
                    rows,
                    "precision of alerts",
                    a,
                    b,
                    m -> m.labels() == null ? 0 : m.labels().alert().precision());
            row(
                    rows,
                    "recall of alerts",
                    a,
                    b,
                    m -> m.labels() == null ? 0 : m.labels().alert().recall());
            row(
                    rows,
                    "F1 of alerts",
                    a,
                    b,
                    m -> m.labels() == null ? 0 : m.labels().alert().f1());
            row(
                    rows,
                    "status right",
                    a,
                    b,
                    m -> m.labels() == null ? 0 : m.labels().statusAccuracy());
            row(
                    rows,
                    "F1 of visitors",
                    a,
                    b,
                    m -> m.labels() == null ? 0 : m.labels().visitors().ratio().f1());
        }
        if (a.known() != null && b.known() != null) {
            row(
                    rows,
                    "known visits found",
                    a,
                    b,
                    m -> m.known() == null ? 0 : m.known().recall());
            row(
                    rows,
                    "lead time in days, median",
                    a,
                    b,
                    m -> m.known() == null ? 0 : m.known().medianLeadDays());
        }
        return rows.isEmpty()
                ? ""
                : "<h2>Where the truth is known</h2><table><thead><tr><th>measure<th>A<th>B<th>change</thead><tbody>"
                        + rows + "</tbody></table>";
    }

    private static void row(StringBuilder rows, String name, Measures a, Measures b, Function<Measures, Double> value) {
        double before = value.apply(a);
        double after = value.apply(b);
        rows.append(String.format(
                Locale.ROOT,
                "<tr><td>%s<td class=\"n\">%.3f<td class=\"n\">%.3f<td class=\"n\">%+.3f",
                name,
                before,
                after,
                after - before));
    }

    private static String sections(Comparison comparison) {
        Map<Kind, List<Difference>> byKind = comparison.differences().stream()
                .collect(Collectors.groupingBy(Difference::kind, java.util.TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream().map(ComparisonHtml::section).collect(Collectors.joining());
    }

    private static String section(Map.Entry<Kind, List<Difference>> kind) {
        return "<h2>" + capital(word(kind.getKey())) + " <small>" + MEANING.get(kind.getKey()) + ", "
                + kind.getValue().size() + "</small></h2>"
                + kind.getValue().stream().map(ComparisonHtml::article).collect(Collectors.joining());
    }

    private static String article(Difference difference) {
        String before = shown(difference.before());
        String after = shown(difference.after());
        String told = switch (difference.kind()) {
            case GAINED -> after;
            case LOST -> before;
            default -> before + " → " + after;
        };
        return "<article class=\"" + difference.kind() + "\"><p class=\"when\">"
                + day(difference.at()) + " · "
                + difference.change().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + "</p><p><strong><bdi dir=\"auto\">"
                + shown(difference.who()) + "</bdi></strong> (" + shown(difference.country()) + "): <bdi dir=\"ltr\">"
                + told
                + "</bdi></p>" + quote(difference) + "</article>";
    }

    /** Undated articles stand at the epoch. */
    private static String day(Instant at) {
        return at.equals(Instant.EPOCH)
                ? "undated"
                : at.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }

    private static String quote(Difference difference) {
        String title = difference.title().isBlank() ? "" : "<p>" + link(difference) + "</p>";
        return difference.sentence().isBlank()
                ? title
                : "<blockquote dir=\"auto\">" + shown(difference.sentence()) + "</blockquote>" + title;
    }

    private static String link(Difference difference) {
        String title = "<bdi dir=\"auto\">" + shown(difference.title()) + "</bdi>";
        String url = difference.url();
        return url != null && url.matches("(?i)https?://.*")
                ? "<a rel=\"noreferrer\" href=\"" + Plain.html(url) + "\">" + title + "</a>"
                : title;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : Plain.html(Plain.line(text));
    }
}
