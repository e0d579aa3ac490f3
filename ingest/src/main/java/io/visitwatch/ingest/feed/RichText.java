package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.util.Objects;

/**
 * Text as a feed carries it, with markup or without. Cleaning costs more than reading, and most items of a poll have been seen
 * before, so both forms are made when first asked for.
 */
public final class RichText {
    private final String raw;
    private final Captured.Kind kind;
    private final String base;
    private volatile String html = "";
    private volatile String plain = "";

    private RichText(String raw, Captured.Kind kind, String base) {
        this.raw = Objects.requireNonNull(raw, "raw");
        this.kind = kind;
        this.base = Objects.requireNonNull(base, "base");
    }

    /** Text without markup: a {@code <} in it is a less-than sign. */
    static RichText ofPlain(String text) {
        return new RichText(text, Captured.Kind.PLAIN, "");
    }

    /** HTML, trusted in nothing; relative addresses in it start at {@code base}. */
    static RichText ofHtml(String html, String base) {
        return new RichText(html, Captured.Kind.HTML, base);
    }

    /** Text of a publisher who does not say: HTML when it looks like it. */
    static RichText ofEither(String text, String base) {
        return new RichText(text, Captured.Kind.EITHER, base);
    }

    private boolean isMarkup(String text) {
        return kind == Captured.Kind.HTML
                || (kind == Captured.Kind.EITHER && (Markup.hasMarkup(text) || Markup.hasReference(text)));
    }

    /** Sanitised HTML: allow-listed elements and attributes, absolute http(s) addresses, no scripts, no bidi controls. */
    public String html() {
        String made = html;
        if (made.isEmpty() && !raw.isEmpty()) {
            String text = Mojibake.undo(raw);
            made = isMarkup(text) ? HtmlCleaner.clean(text, base) : PlainText.escape(PlainText.stripControls(text));
            html = made;
        }
        return made;
    }

    /** Plain text, paragraphs separated by a blank line, lines trimmed, no controls. */
    public String plain() {
        String made = plain;
        if (made.isEmpty() && !raw.isEmpty()) {
            String text = Mojibake.undo(raw);
            made = isMarkup(text) ? HtmlCleaner.toPlain(text) : PlainText.paragraphs(PlainText.stripControls(text));
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
        return other instanceof RichText that && raw.equals(that.raw) && kind == that.kind && base.equals(that.base);
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
