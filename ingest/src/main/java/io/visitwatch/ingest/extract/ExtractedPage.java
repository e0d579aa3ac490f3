package io.visitwatch.ingest.extract;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one page says: plain text only, bidi controls stripped.
 *
 * @param title headline, may be empty
 * @param text article text, paragraphs separated by a blank line, may be empty
 * @param byline author line; null when not stated
 * @param published date of publication; null when not stated, never guessed
 * @param modified date of the last change; null when not stated
 * @param canonicalUrl absolute http(s) address without tracking parameters; null when unknown
 * @param language BCP 47 code stated by the page; null when it states none
 * @param siteName name the site gives itself; null when not stated
 * @param extractedBy evidence the text was taken from: {@code json-ld}, {@code dom}, {@code feed}, {@code script}, {@code none}
 * @param flags sorted: {@code block-page}, {@code consent-wall}, {@code live-blog}, {@code no-text}, {@code paywall-stub}, {@code truncated}
 */
public record ExtractedPage(
        String title,
        String text,
        @Nullable String byline,
        @Nullable PageDate published,
        @Nullable PageDate modified,
        @Nullable String canonicalUrl,
        @Nullable String language,
        @Nullable String siteName,
        String extractedBy,
        List<String> flags) {
    /** The page is not the article but a challenge or an error of the site. */
    public static final String BLOCK_PAGE = "block-page";
    /** The page asks for consent instead of showing the article. */
    public static final String CONSENT_WALL = "consent-wall";
    /** A running ticker: many posts under one address. */
    public static final String LIVE_BLOG = "live-blog";
    /** No article text was found. */
    public static final String NO_TEXT = "no-text";
    /** Only the free beginning of a paid article is there. */
    public static final String PAYWALL_STUB = "paywall-stub";
    /** The page was longer than the size cap and was cut. */
    public static final String TRUNCATED = "truncated";

    public ExtractedPage {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(extractedBy, "extractedBy");
        flags = flags.stream().sorted().distinct().toList();
    }

    /** The same page with another text. */
    public ExtractedPage withText(String other) {
        return other.equals(text)
                ? this
                : new ExtractedPage(
                        title,
                        other,
                        byline,
                        published,
                        modified,
                        canonicalUrl,
                        language,
                        siteName,
                        extractedBy,
                        flags);
    }
}
