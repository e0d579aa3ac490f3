package io.visitwatch.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Undoes character references: numeric ones with the slips of thirty years of publishers, named ones of HTML 5, and those a
 * DOCTYPE declares as plain text. What is no reference stays as written.
 *
 * <p>A declared entity never holds another one, is short, and all of them together may add a bounded number of characters to a
 * document: that is the whole defence against entity bombs.
 */
final class References {
    /** Longest replacement text of a declared entity, in characters. */
    static final int MAX_ENTITY = 1_000;

    /** Characters all declared entities together may add to one document. */
    static final int MAX_EXPANSION = 64_000;

    /** What the numbers 128 to 159 mean where people wrote windows-1252 into numeric references. */
    private static final String WINDOWS =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private final Map<String, String> declared = new HashMap<>();
    private int expanded;

    /** Undoes the references of HTML in {@code text}. */
    static String html(String text) {
        char[] chars = text.toCharArray();
        return new References().decode(chars, 0, chars.length);
    }

    /** Remembers a declared entity, if it is one of the harmless kind. The first declaration of a name counts. */
    void declare(String name, String value) {
        if (value.length() > MAX_ENTITY || declared.size() >= 1_000) {
            return;
        }
        String text = html(value);
        boolean nested = text.indexOf('&') >= 0 && text.indexOf(';') > text.indexOf('&');
        if (!nested) {
            declared.putIfAbsent(name, text);
        }
    }

    /** {@code buf[start, end)} with references undone and characters dropped that XML has no place for. */
    String decode(char[] buf, int start, int end) {
        int i = start;
        while (i < end && !isSpecial(buf[i])) {
            i++;
        }
        if (i == end) {
            return new String(buf, start, end - start);
        }
        StringBuilder out = new StringBuilder(end - start).append(buf, start, i - start);
        while (i < end) {
            char c = buf[i];
            if (c == '&') {
                i = reference(buf, i, end, out);
                continue;
            }
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < end && buf[i + 1] == '\n' ? 2 : 1;
                continue;
            }
            if (!isSpecial(c)) {
                out.append(c);
            }
            i++;
        }
        return out.toString();
    }

    private static boolean isSpecial(char c) {
        return c == '&' || (c < ' ' && c != '\n' && c != '\t') || c >= 0xFFFE;
    }

    /** Reads the reference at {@code at}, appends what it means, says where to go on. */
    private int reference(char[] buf, int at, int end, StringBuilder out) {
        int next = at + 1 < end && buf[at + 1] == '#' ? numeric(buf, at, end, out) : named(buf, at, end, out);
        if (next > at) {
            return next;
        }
        out.append('&');
        return at + 1;
    }

    private static int numeric(char[] buf, int at, int end, StringBuilder out) {
        int i = at + 2;
        boolean hex = i < end && (buf[i] == 'x' || buf[i] == 'X');
        int digits = hex ? ++i : i;
        long code = 0;
        for (int d; i < end && (d = Character.digit(buf[i], hex ? 16 : 10)) >= 0; i++) {
            code = Math.min(code * (hex ? 16 : 10) + d, 0x110000);
        }
        if (i == digits) {
            return at;
        }
        append((int) code, out);
        return i < end && buf[i] == ';' ? i + 1 : i;
    }

    private static void append(int code, StringBuilder out) {
        if (code >= 0x80 && code <= 0x9F) {
            out.append(WINDOWS.charAt(code - 0x80));
        } else if (code >= 0xD800 && code <= 0xDFFF) {
            // Half of a pair written as two references: both halves meet again in the text.
            out.append((char) code);
        } else if (code <= 0x10FFFF
                && (code >= ' ' || code == '\t' || code == '\n' || code == '\r')
                && (code & 0xFFFE) != 0xFFFE) {
            out.appendCodePoint(code);
        }
    }

    private int named(char[] buf, int at, int end, StringBuilder out) {
        int i = at + 1;
        int limit = Math.min(end, at + 40);
        while (i < limit && (Character.isLetterOrDigit(buf[i]) || buf[i] == '_' || buf[i] == '-' || buf[i] == '.')) {
            i++;
        }
        if (i == at + 1) {
            return at;
        }
        String name = new String(buf, at + 1, i - at - 1);
        boolean closed = i < end && buf[i] == ';';
        if (!closed) {
            // "?a=1&copy=2" is an address, "A &nbsp B" a slip.
            boolean slip = Entities.isBaseNamedEntity(name) && (i == end || buf[i] != '=');
            if (slip) {
                out.append(Entities.getByName(name));
            }
            return slip ? i : at;
        }
        String value = meaning(name);
        if (value == null) {
            return at;
        }
        out.append(value);
        return i + 1;
    }

    private @Nullable String meaning(String name) {
        String own = declared.get(name);
        if (own != null) {
            expanded += own.length();
            return expanded > MAX_EXPANSION ? null : own;
        }
        String html = Entities.getByName(name);
        return html.isEmpty() ? null : html;
    }
}
