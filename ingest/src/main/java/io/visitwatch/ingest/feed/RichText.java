package io.visitwatch.ingest.feed;

import java.util.Objects;

/**
 * Text as a feed carries it, with markup or without. Cleaning costs more than reading, and most items of a poll have been seen
 * before, so both forms are made when first asked for.
 */
public final class RichText {
    private final String raw;
    private final boolean markup;
    private final String base;
    private volatile String html = "";
    private volatile String plain = "";

    private RichText(String raw, boolean markup, String base) {
        this.raw = Objects.requireNonNull(raw, "raw");
        this.markup = markup;
        this.base = Objects.requireNonNull(base, "base");
    }

    /** Text without markup: a {@code <} in it is a less-than sign. */
    static RichText ofPlain(String text) {
        return new RichText(text, false, "");
    }

    /** HTML, trusted in nothing; relative addresses in it start at {@code base}. */
    static RichText ofHtml(String html, String base) {
        return new RichText(html, true, base);
    }

    /** Sanitised HTML: allow-listed elements and attributes, absolute http(s) addresses, no scripts, no bidi controls. */
    public String html() {
        String made = html;
        if (made.isEmpty() && !raw.isEmpty()) {
            made = markup ? HtmlCleaner.clean(raw, base) : PlainText.escape(PlainText.stripControls(raw));
            html = made;
        }
        return made;
    }

    /** Plain text, paragraphs separated by a blank line, lines trimmed, no controls. */
    public String plain() {
        String made = plain;
        if (made.isEmpty() && !raw.isEmpty()) {
            made = markup ? HtmlCleaner.toPlain(raw) : PlainText.paragraphs(PlainText.stripControls(raw));
            plain = made;
        }
        return made;
    }

    /** The text as it stood in the feed, one layer of XML undone: for hashing and for the record, never for output. */
    public String raw() {
        return raw;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RichText that
                && raw.equals(that.raw)
                && markup == that.markup
                && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return plain();
    }
}
