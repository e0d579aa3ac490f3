package io.visitwatch.ingest.feed;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;

/** From what feeds put into titles and names to text that can be shown anywhere once it is escaped there. */
final class PlainText {
    private PlainText() {}

    /**
     * One line of plain text: markup and character references undone (twice escaped ones too), white space folded, controls
     * gone. A less-than sign that starts no known element stays.
     */
    static String oneLine(String text) {
        String decoded = Mojibake.undo(text);
        for (int round = 0; round < 2 && hasReference(decoded); round++) {
            decoded = hasMarkup(decoded) ? withoutMarkup(decoded) : References.html(decoded);
        }
        return fold(hasMarkup(decoded) ? withoutMarkup(decoded) : decoded);
    }

    private static String withoutMarkup(String html) {
        return Jsoup.parseBodyFragment(html).body().text();
    }

    /** True when the text holds what an HTML reader would take for an element or a comment. */
    static boolean hasMarkup(String text) {
        int lastEnd = text.lastIndexOf('>');
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (startsElement(text, at + 1, lastEnd)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsElement(String text, int from, int lastEnd) {
        if (text.startsWith("!--", from) || text.startsWith("![CDATA[", from)) {
            return true;
        }
        int start = from < text.length() && text.charAt(from) == '/' ? from + 1 : from;
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        if (end == start || end == text.length() || !Character.isLetter(text.charAt(start))) {
            return false;
        }
        char after = text.charAt(end);
        boolean closes = after == '>' || after == '/' || Character.isWhitespace(after);
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        return closes && lastEnd >= end && (name.indexOf(':') > 0 || Tag.isKnownTag(name));
    }

    /** True when the text holds what could be a character reference. */
    static boolean hasReference(String text) {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (next == '#' || Character.isLetter(next)) {
                return true;
            }
        }
        return false;
    }

    /** White space of any kind folded to single blanks, none at the ends, invisible controls dropped. */
    static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = out.length() > 0;
            } else if (!isInvisibleControl(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Lines trimmed and folded, runs of blank lines reduced to one. */
    static String paragraphs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (String line : text.split("\\R", -1)) {
            String folded = fold(line);
            if (folded.isEmpty()) {
                blank = out.length() > 0;
                continue;
            }
            if (out.length() > 0) {
                out.append(blank ? "\n\n" : "\n");
            }
            blank = false;
            out.append(folded);
        }
        return out.toString();
    }

    /** Without controls, bidi overrides and isolates, non-characters and lone surrogates; white space is left alone. */
    static String stripControls(String text) {
        int i = 0;
        while (i < text.length() && !isInvisibleControl(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            if (!isInvisibleControl(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Text made safe as HTML text content. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c > 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85));
    }

    /** Controls, bidi overrides and isolates (which can make a headline read backwards), byte order marks, non-characters. */
    static boolean isInvisibleControl(char c) {
        if (c < 0x7F) {
            return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B;
        }
        return (c <= 0x9F && c != 0x85)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c >= 0xFFFE;
    }
}
