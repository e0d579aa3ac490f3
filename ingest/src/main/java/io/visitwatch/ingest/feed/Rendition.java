package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.util.Locale;
import java.util.Set;

/** Re-writes the inside of an element: as text when there is nothing but text, as plain HTML without prefixes otherwise. */
final class Rendition {
    /** HTML elements that never have an end tag. */
    static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr", "embed", "param");

    private Rendition() {}

    /** All characters inside, tags passed over. */
    static String text(MarkupScanner inside) {
        StringBuilder out = new StringBuilder();
        for (MarkupScanner.Token token = inside.next(); token != MarkupScanner.Token.DONE; token = inside.next()) {
            if (token == MarkupScanner.Token.TEXT || token == MarkupScanner.Token.CDATA) {
                out.append(inside.value(token));
            }
        }
        return out.toString();
    }

    /**
     * The inside as HTML.
     *
     * @param cdataIsMarkup RSS publishers wrap HTML in CDATA between tags; in XHTML a CDATA section is text
     */
    static String html(MarkupScanner inside, boolean cdataIsMarkup) {
        StringBuilder out = new StringBuilder();
        for (MarkupScanner.Token token = inside.next(); token != MarkupScanner.Token.DONE; token = inside.next()) {
            switch (token) {
                case TEXT -> out.append(PlainText.escape(inside.value(token)));
                case CDATA -> {
                    String text = inside.value(token);
                    out.append(cdataIsMarkup ? text : PlainText.escape(text));
                }
                case START -> startTag(inside, out);
                case END -> endTag(local(inside.name()), out);
                case DONE -> {}
            }
        }
        return out.toString();
    }

    /** The text of the first element {@code wanted} inside; empty when there is none. */
    static String child(MarkupScanner inside, String wanted) {
        for (MarkupScanner.Token token = inside.next(); token != MarkupScanner.Token.DONE; token = inside.next()) {
            if (token == MarkupScanner.Token.START
                    && local(inside.name()).equalsIgnoreCase(wanted)
                    && !inside.selfClosing()) {
                StringBuilder out = new StringBuilder();
                MarkupScanner.Token t = inside.next();
                while (t == MarkupScanner.Token.TEXT || t == MarkupScanner.Token.CDATA) {
                    out.append(inside.value(t));
                    t = inside.next();
                }
                if (!out.toString().isBlank()) {
                    return out.toString();
                }
            }
        }
        return "";
    }

    private static void startTag(MarkupScanner tag, StringBuilder out) {
        String name = local(tag.name());
        out.append('<').append(name);
        for (int i = 0; i < tag.attributeCount(); i++) {
            String attribute = tag.attributeName(i);
            if (!attribute.regionMatches(true, 0, "xmlns", 0, 5)) {
                out.append(' ').append(local(attribute)).append("=\"");
                out.append(PlainText.escape(tag.attributeValue(i)).replace("\"", "&quot;"))
                        .append('"');
            }
        }
        out.append('>');
        if (tag.selfClosing()) {
            endTag(name, out);
        }
    }

    private static void endTag(String name, StringBuilder out) {
        if (!VOID.contains(name.toLowerCase(Locale.ROOT))) {
            out.append("</").append(name).append('>');
        }
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
