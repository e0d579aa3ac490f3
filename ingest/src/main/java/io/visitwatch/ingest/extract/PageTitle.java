package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the headline: what most of the page's own statements agree on, without the name of the site. */
final class PageTitle {
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|»«›:·•/~]+\\s+|\\s*[|｜]\\s*|：：|\\s+::\\s+");
    private static final int LONGEST = 400;

    /** One statement of the headline and how much it counts. */
    private record Claim(String text, double weight) {}

    private PageTitle() {}

    /**
     * The headline.
     *
     * @param site name of the site; null when unknown
     * @param host host of its address without {@code www.}, may be empty
     * @return plain text, empty when the page states none
     */
    static String of(PageMarks marks, JsonLd stated, @Nullable String site, String host) {
        List<Claim> claims = new ArrayList<>();
        Element named = marks.itemprops.get("headline");
        List<String> headlines = marks.headlines.stream()
                .map(h1 -> PlainText.line(h1.text()))
                .filter(text -> !isSite(text, site, host))
                .distinct()
                .toList();
        for (String headline : headlines) {
            claim(claims, headline, headlines.size() == 1 ? 1.2 : 0.7);
        }
        claim(claims, named == null ? null : named.hasAttr("content") ? named.attr("content") : named.text(), 1.0);
        claim(claims, stated.headline(), 1.1);
        int visible = claims.size();
        for (String name : List.of("og:title", "twitter:title", "sailthru.title", "dc.title", "parsely-title")) {
            claim(claims, trim(marks.meta(name), claims, visible, site, host), name.equals("og:title") ? 1.0 : 0.5);
        }
        claim(claims, trim(marks.title, claims, visible, site, host), 0.7);
        return best(claims);
    }

    private static String best(List<Claim> claims) {
        String best = "";
        double most = 0;
        for (Claim claim : claims) {
            String letters = PlainText.letters(claim.text());
            double score = 0;
            for (Claim other : claims) {
                String others = PlainText.letters(other.text());
                if (letters.equals(others)) {
                    score += other.weight();
                } else if (letters.length() > 15
                        && others.length() > 15
                        && (letters.contains(others) || others.contains(letters))) {
                    score += 0.4 * other.weight();
                }
            }
            if (score > most + 1e-9) {
                most = score;
                best = claim.text();
            }
        }
        return best;
    }

    private static void claim(List<Claim> claims, @Nullable String raw, double weight) {
        if (raw == null || raw.length() > 4 * LONGEST) {
            return;
        }
        String text = PlainText.line(raw.indexOf('&') >= 0 || raw.indexOf('<') >= 0 ? plain(raw) : raw);
        if (!text.isEmpty() && text.length() <= LONGEST) {
            claims.add(new Claim(text, weight));
        }
    }

    /** Titles in metadata are often escaped twice or hold inline markup. */
    private static String plain(String raw) {
        return Parser.unescapeEntities(raw, false).replaceAll("</?(?:b|i|em|strong|span|br|sup|sub)\\b[^>]*>", "");
    }

    /** {@code raw} without the name of the site at either end. */
    private static @Nullable String trim(
            @Nullable String raw, List<Claim> claims, int visible, @Nullable String site, String host) {
        if (raw == null) {
            return null;
        }
        String text = PlainText.line(raw.indexOf('&') >= 0 ? plain(raw) : raw);
        for (Claim claim : claims.subList(0, visible)) {
            String other = claim.text();
            if (other.length() > 10
                    && text.length() > other.length()
                    && (text.startsWith(other) || text.endsWith(other))) {
                return other;
            }
        }
        Matcher separator = SEPARATOR.matcher(text);
        List<int[]> cuts = new ArrayList<>();
        while (separator.find()) {
            cuts.add(new int[] {separator.start(), separator.end()});
        }
        for (int[] cut : cuts) {
            String head = text.substring(0, cut[0]);
            if (isSite(text.substring(cut[1]), site, host) && !head.isBlank()) {
                return head;
            }
        }
        if (!cuts.isEmpty()) {
            int[] first = cuts.get(0);
            String tail = text.substring(first[1]);
            if (isSite(text.substring(0, first[0]), site, host) && !tail.isBlank()) {
                return tail;
            }
            int[] last = cuts.get(cuts.size() - 1);
            boolean bar = text.substring(last[0], last[1]).contains("|");
            if (bar && last[0] > 20 && text.length() - last[1] < last[0]) {
                return text.substring(
                        0,
                        cuts.stream()
                                .filter(c -> text.substring(c[0], c[1]).contains("|") && c[0] > 20)
                                .findFirst()
                                .orElse(last)[0]);
            }
        }
        return text;
    }

    private static boolean isSite(String part, @Nullable String site, String host) {
        String letters = PlainText.letters(part);
        if (letters.isEmpty()) {
            return false;
        }
        String name = site == null ? "" : PlainText.letters(site);
        String address = PlainText.letters(host);
        return (!name.isEmpty()
                        && (letters.equals(name)
                                || (name.length() > 3
                                        && letters.length() <= name.length() + 12
                                        && letters.contains(name))
                                || (letters.length() > 3 && name.contains(letters))))
                || letters.equals(address)
                || (letters.length() > 3 && address.startsWith(letters))
                || (letters.length() > 3 && address.contains(letters));
    }
}
