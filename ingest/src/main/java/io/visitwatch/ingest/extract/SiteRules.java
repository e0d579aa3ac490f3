package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Exceptions for single sites, as data: {@code site-rules.tsv}. Most sites need none. */
final class SiteRules {
    private static final Map<String, Rule> BUNDLED = load(DataTable.rows("site-rules.tsv"));

    private SiteRules() {}

    /**
     * What is special about one site.
     *
     * @param body selector of the elements that hold the body, in order; null when the general way finds it
     * @param drop selectors of what never belongs to the body
     */
    record Rule(@Nullable String body, List<Evaluator> drop) {
        static final Rule NONE = new Rule(null, List.of());

        boolean drops(Element element) {
            for (Evaluator evaluator : drop) {
                if (evaluator.matches(element, element)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The rule of the site {@code url} belongs to: of its host or the nearest parent domain. */
    static Rule of(@Nullable String url) {
        String host = host(url);
        while (!host.isEmpty()) {
            Rule rule = BUNDLED.get(host);
            if (rule != null) {
                return rule;
            }
            int dot = host.indexOf('.');
            host = dot < 0 ? "" : host.substring(dot + 1);
        }
        return Rule.NONE;
    }

    /** The host of {@code url} in lower case without {@code www.}; empty when there is none. */
    static String host(@Nullable String url) {
        String canonical = CanonicalUrl.of(url, null);
        if (canonical == null) {
            return "";
        }
        int start = canonical.indexOf("://") + 3;
        int end = canonical.indexOf('/', start);
        String host =
                canonical.substring(start, end < 0 ? canonical.length() : end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** True when two addresses are of one site: equal hosts, or one under the other ({@code m.}, {@code amp.}). */
    static boolean sameSite(String a, String b) {
        String x = host(a);
        String y = host(b);
        return x.equals(y)
                || x.endsWith("." + y)
                || y.endsWith("." + x)
                || parent(x).equals(parent(y));
    }

    /** {@code host} without its first label where three are left ({@code m.site.co} → {@code site.co}). */
    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot >= 0 && host.indexOf('.', dot + 1) >= 0 ? host.substring(dot + 1) : host;
    }

    private static Map<String, Rule> load(List<List<String>> rows) {
        Map<String, Rule> rules = new HashMap<>();
        for (List<String> row : rows) {
            if (row.size() != 3) {
                throw new IllegalStateException(
                        "site-rules.tsv: " + row + ": expected domain, body selector, drop selectors");
            }
            List<Evaluator> drop = new ArrayList<>();
            for (String selector : row.get(2).split(";", -1)) {
                if (!selector.isBlank()) {
                    drop.add(QueryParser.parse(selector.strip()));
                }
            }
            rules.put(row.get(0), new Rule(row.get(1).isBlank() ? null : row.get(1), List.copyOf(drop)));
        }
        return Map.copyOf(rules);
    }
}
