package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells pages that are not, or not only, the article: challenges, consent walls, paid stubs, live blogs. */
final class PageKind {
    /** A page with more text than this has something to say whatever else stands on it. */
    private static final int SHORT = 1_500;
    /** Body text that a paywall note can follow and still be a stub. */
    private static final int STUB = 1_800;

    private static final Pattern CHALLENGE = Pattern.compile(
            "cf-browser-verification|cf_chl_|cdn-cgi/challenge-platform|challenges\\.cloudflare\\.com|_Incapsula_Resource|px-captcha|geo\\.captcha-delivery|g-recaptcha|hcaptcha\\.com|awswaf|ddos-guard",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIVE_TITLE = Pattern.compile(
            "\\blive ?(?:blog|updates?|ticker)\\b|\\bliveticker\\b|\\ben direct\\b|\\ben vivo\\b|\\bcanlı anlatım\\b|تغطية مباشرة|لحظة بلحظة|لحظه به لحظه|速報中",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private enum Sign {
        BLOCK,
        CONSENT,
        PAYWALL
    }

    private static final Map<Sign, List<String>> SIGNS = new EnumMap<>(Sign.class);

    static {
        for (List<String> row : DataTable.rows("page-signs.tsv")) {
            Sign sign = Sign.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            SIGNS.computeIfAbsent(sign, s -> new ArrayList<>()).add(row.get(1));
        }
    }

    private PageKind() {}

    /**
     * The flags of a page.
     *
     * @param outline all its text
     * @param chosen indices of the blocks taken as the article
     * @param body the article's text
     * @param start beginning of the page's source, for the marks challenges leave in scripts
     */
    static List<String> flags(
            Outline outline, List<Integer> chosen, String title, String body, String start, JsonLd stated) {
        List<String> flags = new ArrayList<>();
        int pageWeight = outline.blocks.stream().mapToInt(TextBlock::weight).sum();
        if (pageWeight < SHORT
                && (has(Sign.BLOCK, whole(outline))
                        || has(Sign.BLOCK, lower(title))
                        || CHALLENGE.matcher(start).find())) {
            flags.add(ExtractedPage.BLOCK_PAGE);
        } else if (body.length() < SHORT && has(Sign.CONSENT, lower(body))) {
            flags.add(ExtractedPage.CONSENT_WALL);
        } else if (body.length() < 200 && has(Sign.CONSENT, whole(outline)) && pageWeight < 3 * SHORT) {
            flags.add(ExtractedPage.CONSENT_WALL);
        }
        if (body.length() < STUB && (!stated.free() || hasPaywallLine(outline, chosen))) {
            flags.add(ExtractedPage.PAYWALL_STUB);
        }
        if (stated.liveBlog() || LIVE_TITLE.matcher(title).find()) {
            flags.add(ExtractedPage.LIVE_BLOG);
        }
        return flags;
    }

    private static boolean hasPaywallLine(Outline outline, List<Integer> chosen) {
        int last = chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1);
        int end = Math.min(outline.blocks.size(), last + 15);
        for (int i = Math.max(0, last - 1); i < end; i++) {
            TextBlock block = outline.blocks.get(i);
            if (block.weight() < 400 && has(Sign.PAYWALL, lower(block.text()))) {
                return true;
            }
        }
        return false;
    }

    private static String whole(Outline outline) {
        StringBuilder text = new StringBuilder();
        for (TextBlock block : outline.blocks) {
            if (text.length() > 6 * SHORT) {
                break;
            }
            text.append(lower(block.text())).append('\n');
        }
        return text.toString();
    }

    private static boolean has(Sign sign, String low) {
        for (String phrase : SIGNS.getOrDefault(sign, List.of())) {
            if (low.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
