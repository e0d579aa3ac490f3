package io.visitwatch.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells pages that are not, or not only, the article: challenges, consent walls, paid stubs, live blogs. */
final class PageKind {
    /** A page with more text than this has something to say whatever else stands on it. */
    private static final int SHORT = 1_500;
    /** A challenge says no more than this, whatever its scripts are. */
    private static final int CHALLENGE = 600;
    /** Body text that a paywall note can follow and still be a stub. */
    private static final int STUB = 1_800;

    /** Source looked at for the marks of a challenge. */
    private static final int SOURCE_START = 8_192;

    /** What challenges leave in a page's source, in lower case. */
    private static final Phrases CHALLENGES = Phrases.of(List.of(
            "cf-browser-verification",
            "cf_chl_",
            "cdn-cgi/challenge-platform",
            "challenges.cloudflare.com",
            "_incapsula_resource",
            "px-captcha",
            "geo.captcha-delivery",
            "g-recaptcha",
            "hcaptcha.com",
            "awswaf",
            "ddos-guard"));
    /** One of these stands in every title that {@link #LIVE_TITLE} finds. */
    private static final Phrases LIVE = Phrases.of(
            List.of("live", "en direct", "en vivo", "canl", "تغطية مباشرة", "لحظة بلحظة", "لحظه به لحظه", "速報中"));

    private static final Pattern LIVE_TITLE = Pattern.compile(
            "\\blive ?(?:blog|updates?|ticker)\\b|\\bliveticker\\b|\\ben direct\\b|\\ben vivo\\b|\\bcanlı anlatım\\b|تغطية مباشرة|لحظة بلحظة|لحظه به لحظه|速報中",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private enum Sign {
        BLOCK,
        CONSENT,
        PAYWALL
    }

    private static final Map<Sign, Phrases> SIGNS = new EnumMap<>(Sign.class);

    static {
        Map<Sign, List<String>> phrases = new EnumMap<>(Sign.class);
        for (List<String> row : DataTable.rows("page-signs.tsv")) {
            Sign sign = Sign.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            phrases.computeIfAbsent(sign, s -> new ArrayList<>()).add(row.get(1));
        }
        for (Sign sign : Sign.values()) {
            SIGNS.put(sign, Phrases.of(phrases.getOrDefault(sign, List.of())));
        }
    }

    private PageKind() {}

    /**
     * The flags of a page.
     *
     * @param outline all its text
     * @param chosen indices of the blocks taken as the article
     * @param body the article's text
     * @param source the page's bytes, for the marks challenges leave in scripts
     */
    static List<String> flags(
            Outline outline, List<Integer> chosen, String title, String body, byte[] source, JsonLd stated) {
        List<String> flags = new ArrayList<>();
        int pageWeight = 0;
        for (TextBlock block : outline.blocks) {
            pageWeight += block.weight();
        }
        boolean article = !stated.equals(JsonLd.NONE); // no challenge says of itself that it is one
        if (!article
                && pageWeight < SHORT
                && (isOn(outline, Sign.BLOCK)
                        || has(Sign.BLOCK, title)
                        || (body.length() < CHALLENGE && isChallenge(source)))) {
            flags.add(ExtractedPage.BLOCK_PAGE);
        } else if (body.length() < SHORT && has(Sign.CONSENT, body)) {
            flags.add(ExtractedPage.CONSENT_WALL);
        } else if (body.length() < 200 && isOn(outline, Sign.CONSENT) && pageWeight < 3 * SHORT) {
            flags.add(ExtractedPage.CONSENT_WALL);
        }
        if (body.length() < STUB && (!stated.free() || hasPaywallLine(outline, chosen))) {
            flags.add(ExtractedPage.PAYWALL_STUB);
        }
        if (stated.liveBlog() || (LIVE.isIn(title) && LIVE_TITLE.matcher(title).find())) {
            flags.add(ExtractedPage.LIVE_BLOG);
        }
        return flags;
    }

    private static boolean hasPaywallLine(Outline outline, List<Integer> chosen) {
        int last = chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1);
        int end = Math.min(outline.blocks.size(), last + 15);
        for (int i = Math.max(0, last - 1); i < end; i++) {
            TextBlock block = outline.blocks.get(i);
            if (block.weight() < 400 && has(Sign.PAYWALL, block.text())) {
                return true;
            }
        }
        return false;
    }

    /** True when {@code sign} stands in the beginning of the page's text. */
    private static boolean isOn(Outline outline, Sign sign) {
        int read = 0;
        for (TextBlock block : outline.blocks) {
            if (read > 6 * SHORT) {
                break;
            }
            if (has(sign, block.text())) {
                return true;
            }
            read += block.text().length() + 1;
        }
        return false;
    }

    private static boolean has(Sign sign, String text) {
        return Objects.requireNonNull(SIGNS.get(sign)).isIn(text);
    }

    private static boolean isChallenge(byte[] source) {
        int length = Math.min(source.length, SOURCE_START);
        return CHALLENGES.isIn(new String(source, 0, length, StandardCharsets.ISO_8859_1));
    }
}
