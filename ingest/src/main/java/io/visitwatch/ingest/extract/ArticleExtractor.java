package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a page. Pure and safe for use by many threads. */
public final class ArticleExtractor {
    /** Bytes of a page that are read; what follows is left unread and the page flagged {@code truncated}. */
    public static final int MAX_BYTES = 6_000_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ArticleExtractor() {}

    /**
     * What {@code page} says. Never fails for what is in the bytes: a page without an article has an empty text and the flag
     * {@code no-text}.
     */
    public static ExtractedPage extract(PageInput page) {
        Document document = parse(page);
        PageMarks marks = new PageMarks();
        marks.readHead(document);
        Outline outline = OutlineBuilder.build(document.body(), SiteRules.of(page.url()), marks);
        JsonLd stated = JsonLd.read(marks.jsonLd);
        String host = SiteRules.host(page.url());
        String site = siteName(marks, stated);
        String title = PageTitle.of(marks, stated, site, host, text -> Headline.isShown(outline, text));
        String language = PageLanguage.of(marks, stated, language(document));
        Body body = Body.of(outline, marks, stated, title, page.entry()).orUnshown(document);
        DateReader dates = new DateReader(marks, stated, language, host);
        List<String> flags =
                new ArrayList<>(PageKind.flags(outline, body.blocks(), title, body.text(), page.body(), stated));
        if (body.text().isEmpty()) {
            flags.add(ExtractedPage.NO_TEXT);
        }
        if (page.body().length > MAX_BYTES) {
            flags.add(ExtractedPage.TRUNCATED);
        }
        return new ExtractedPage(
                title,
                body.text(),
                Byline.of(marks, stated, site),
                dates.published(page.url(), body.nearHeadline()),
                dates.modified(),
                address(marks, page.url()),
                language,
                site,
                body.evidence(),
                flags);
    }

    private static Document parse(PageInput page) {
        Charset charset = PageCharset.of(page);
        int length = Math.min(page.body().length, MAX_BYTES);
        if (charset.equals(StandardCharsets.UTF_8)) {
            // the usual case: decoding all at once is several times as fast as decoding through a reader
            String text = new String(page.body(), 0, length, charset);
            String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return Jsoup.parse(unmarked, Objects.requireNonNullElse(page.url(), ""));
        }
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body(), 0, length),
                    charset.name(),
                    Objects.requireNonNullElse(page.url(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static @Nullable String siteName(PageMarks marks, JsonLd stated) {
        String site = marks.meta("og:site_name", "application-name", "al:android:app_name");
        site = site == null ? stated.publisher() : site;
        return site == null || site.length() > 100 ? null : PlainText.line(site);
    }

    private static String language(Document document) {
        Element root = document.body().parent();
        if (root == null) {
            return "";
        }
        String lang = root.attr("lang");
        return lang.isEmpty() ? root.attr("xml:lang") : lang;
    }

    /** The address the page gives itself when it is of the same site, else the address it came from. */
    private static @Nullable String address(PageMarks marks, @Nullable String url) {
        String own = CanonicalUrl.of(url, null);
        for (String stated : new String[] {marks.canonical, marks.metas.get("og:url")}) {
            String canonical = CanonicalUrl.of(stated, url);
            if (canonical != null && isArticleOf(canonical, own)) {
                return canonical;
            }
        }
        return own;
    }

    /** A canonical address on another site, or of the front page, is a mistake of the template. */
    private static boolean isArticleOf(String canonical, @Nullable String own) {
        if (own == null) {
            return true;
        }
        String path = canonical.substring(canonical.indexOf('/', canonical.indexOf("://") + 3));
        String ownPath = own.substring(own.indexOf('/', own.indexOf("://") + 3));
        boolean front = path.length() <= 1 && ownPath.length() > 1;
        return !front && SiteRules.sameSite(canonical, own);
    }
}
