package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Finds the headline: what most of the page's own statements agree on, without the name of the site. */
final class PageTitle {
    private static final Pattern INLINE = Pattern.compile("</?(?:b|i|em|strong|span|br|sup|sub)\\b[^>]*>");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[-–—|»«›:·•/~]+\\s+|\\s*[|｜]\\s*|：：|\\s+::\\s+|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])_(?=\\S)|(?<=\\S)：(?=\\S+$)");
    private static final Evaluator BESIDE = QueryParser.parse("a,nav,aside,footer,li");
    private static final Evaluator LINK = QueryParser.parse("a");
    private static final int LONGEST = 400;
    /** Characters of a named headline that must stand in the page's title too, where it is short. */
    private static final int NAMED = 6;
    /** Letters below which a page title is rather a rubric's or a site's. */
    private static final int SHORT = 24;
    /** A part of a title this much shorter than another is the name of something, not a headline. */
    private static final double NAME = 0.4;

    /** What a main heading counts that is short and of which the page's title says nothing: a logo's name in another script or spelling. */
    private static final double NAME_CLAIM = 0.4;

    /** One statement of the headline and how much it counts. */
    private record Claim(String text, double weight) {}

    private PageTitle() {}

    /**
     * The headline.
     *
     * @param site name of the site; null when unknown
     * @param host host of its address without {@code www.}, may be empty
     * @param shown whether a text stands in the page by itself
     * @return plain text, empty when the page states none
     */
    static String of(PageMarks marks, JsonLd stated, @Nullable String site, String host, Predicate<String> shown) {
        List<Claim> claims = new ArrayList<>();
        Element named = marks.itemprops.get("headline");
        List<String> headlines = marks.headlines.stream()
                .map(h1 -> PlainText.line(h1.text()))
                .filter(text -> !isSite(text, site, host))
                .distinct()
                .toList();
        for (String headline : headlines) {
            claim(claims, headline, headlines.size() > 1 ? 0.7 : isName(headline, marks.title) ? NAME_CLAIM : 1.2);
        }
        claim(claims, named == null ? null : named.hasAttr("content") ? named.attr("content") : named.text(), 1.0);
        claim(claims, stated.headline(), 1.1);
        if (headlines.stream().allMatch(headline -> isName(headline, marks.title))) {
            claimNamed(claims, marks, site, host);
        }
        for (String name : List.of("og:title", "twitter:title", "sailthru.title", "dc.title", "parsely-title")) {
            claim(claims, trim(marks.meta(name), claims, site, host), name.equals("og:title") ? 1.0 : 0.5);
        }
        String title = trim(marks.title, claims, site, host);
        title = claims.isEmpty() && title != null ? part(title, shown) : title;
        claim(claims, title, title == null || PlainText.weight(title) < SHORT ? 0.4 : 0.7);
        return best(claims);
    }

    private static String best(List<Claim> claims) {
        String best = "";
        double most = 0;
        List<String> all =
                claims.stream().map(claim -> PlainText.letters(claim.text())).toList();
        for (int i = 0; i < claims.size(); i++) {
            String letters = all.get(i);
            double score = 0;
            for (int k = 0; k < claims.size(); k++) {
                String others = all.get(k);
                if (letters.equals(others)) {
                    score += claims.get(k).weight();
                } else if (letters.length() > 15
                        && others.length() > 15
                        && (letters.contains(others) || others.contains(letters))) {
                    score += 0.4 * claims.get(k).weight();
                }
            }
            if (score > most + 1e-9) {
                most = score;
                best = claims.get(i).text();
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
        return INLINE.matcher(Parser.unescapeEntities(raw, false)).replaceAll("");
    }

    /** {@code raw} without the name of the site at either end. */
    private static @Nullable String trim(@Nullable String raw, List<Claim> claims, @Nullable String site, String host) {
        if (raw == null) {
            return null;
        }
        String text = PlainText.line(raw.indexOf('&') >= 0 ? plain(raw) : raw);
        for (Claim claim : claims) {
            String other = claim.text();
            if (other.length() > 10 && (text.startsWith(other) || text.endsWith(other))) {
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
        if (cuts.isEmpty()) {
            return text;
        }
        int[] first = cuts.get(0);
        String tail = text.substring(first[1]);
        if (isSite(text.substring(0, first[0]), site, host) && !tail.isBlank()) {
            return cuts.size() == 1 ? tail : longest(text, cuts);
        }
        return withoutName(text, cuts);
    }

    /** The part of a title that the page shows by itself where nothing else tells the name of the site from it. */
    private static String part(String title, Predicate<String> shown) {
        Matcher separator = SEPARATOR.matcher(title);
        while (separator.find()) {
            String head = title.substring(0, separator.start());
            String tail = title.substring(separator.end());
            if (head.length() >= NAMED && shown.test(head)) {
                return head;
            }
            if (tail.length() >= NAMED && shown.test(tail)) {
                return tail;
            }
        }
        return title;
    }

    /** The longest of the parts a trail of rubrics leads to. */
    private static String longest(String text, List<int[]> cuts) {
        String best = "";
        for (int i = 0; i < cuts.size(); i++) {
            String part = text.substring(cuts.get(i)[1], i + 1 < cuts.size() ? cuts.get(i + 1)[0] : text.length());
            best = PlainText.weight(part) >= PlainText.weight(best) ? part : best;
        }
        return PlainText.weight(best) > SHORT ? best : text.substring(cuts.get(0)[1]);
    }

    /** {@code text} without a last part that is set apart by a mark no sentence has and is short beside the rest. */
    private static String withoutName(String text, List<int[]> cuts) {
        for (int[] cut : cuts) {
            String mark = text.substring(cut[0], cut[1]).strip();
            String head = text.substring(0, cut[0]);
            boolean bar = mark.equals("|") || mark.equals("｜");
            boolean set = bar || mark.equals("::") || "·•»«_：~".contains(mark);
            int rest = PlainText.weight(text.substring(bar ? cuts.get(cuts.size() - 1)[1] : cut[1]));
            if (set && PlainText.weight(head) > 20 && rest < (bar ? 1 : NAME) * PlainText.weight(head)) {
                return head;
            }
        }
        return text;
    }

    /** What the page calls a headline where it has no {@code h1}: the first that is no link and no other article's. */
    private static void claimNamed(List<Claim> claims, PageMarks marks, @Nullable String site, String host) {
        int taken = 0;
        for (Element element : marks.named) {
            String text = PlainText.line(element.text());
            boolean inTitle = text.length() >= NAMED && (marks.title.startsWith(text) || marks.title.endsWith(text));
            if (text.length() < LONGEST / 2
                    && (inTitle || PlainText.weight(text) > SHORT)
                    && !isSite(text, site, host)
                    && element.closest(BESIDE) == null
                    && element.selectFirst(LINK) == null
                    && taken++ < 2) {
                claim(claims, text, 0.5);
            }
        }
    }

    private static boolean isName(String heading, String title) {
        return PlainText.weight(heading) < SHORT
                && PlainText.weight(title) > 2 * PlainText.weight(heading)
                && !PlainText.letters(title).contains(PlainText.letters(heading));
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
