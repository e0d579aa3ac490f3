package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;

/** From what feeds put into titles and names to text that can be shown anywhere once it is escaped there. */
final class Markup {
    private Markup() {}

    /**
     * One line of plain text: markup and character references undone (twice escaped ones too), white space folded, controls
     * gone. A less-than sign that starts no known element stays.
     */
    static String oneLine(String text) {
        String decoded = Mojibake.undo(text);
        for (int round = 0; round < 2 && hasReference(decoded); round++) {
            decoded = hasMarkup(decoded) ? withoutMarkup(decoded) : References.html(decoded);
        }
        return PlainText.fold(hasMarkup(decoded) ? withoutMarkup(decoded) : decoded);
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
}
