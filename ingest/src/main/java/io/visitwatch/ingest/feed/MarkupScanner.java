package io.visitwatch.ingest.feed;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts markup into start tags, end tags and text, in one pass over the characters. It never fails and never looks anything up:
 * what would be an error in XML is read as the nearest sensible thing (a {@code <} that starts no tag is text, an attribute may
 * stand without quotes, a CDATA section or a comment may lack its end). Comments, processing instructions and the DOCTYPE are
 * passed over; the DOCTYPE leaves its harmless entities in {@link References}.
 */
final class MarkupScanner {
    /** What was found. */
    enum Token {
        START,
        END,
        TEXT,
        CDATA,
        DONE
    }

    /** Attributes kept of one tag; more are passed over. */
    static final int MAX_ATTRIBUTES = 200;

    /** Longest name of an element or attribute, in characters; longer ones are cut. */
    private static final int MAX_NAME = 200;

    private final char[] buf;
    private final int end;
    private final References references;
    private final NameTable names;
    private int pos;

    private int tokenStart;
    private int textStart;
    private int textEnd;
    private String name = "";
    private boolean selfClosing;
    private int attributes;
    private String[] attributeNames = new String[8];
    private int[] valueBounds = new int[16];
    private boolean unfinished;

    /** A scanner over {@code text}, which must be backed by an array. */
    static MarkupScanner over(CharBuffer text, References references) {
        int start = text.arrayOffset() + text.position();
        return new MarkupScanner(text.array(), start, start + text.remaining(), references, new NameTable());
    }

    private MarkupScanner(char[] buf, int start, int end, References references, NameTable names) {
        this.buf = buf;
        this.pos = start;
        this.end = end;
        this.references = references;
        this.names = names;
    }

    /** A scanner over a part of the same characters. */
    MarkupScanner slice(int start, int sliceEnd) {
        return new MarkupScanner(buf, start, sliceEnd, references, names);
    }

    Token next() {
        while (pos < end) {
            tokenStart = pos;
            if (buf[pos] != '<' || !startsMarkup(pos)) {
                return text();
            }
            char c = buf[pos + 1];
            if (c == '/') {
                return endTag();
            }
            if (c == '!' && at(pos + 2, "[CDATA[")) {
                return cdata();
            }
            if (c != '!' && c != '?') {
                return startTag();
            }
            skipDeclaration(c);
        }
        tokenStart = end;
        return Token.DONE;
    }

    private Token text() {
        int i = pos + 1;
        while (i < end && (buf[i] != '<' || !startsMarkup(i))) {
            i++;
        }
        textStart = pos;
        textEnd = i;
        pos = i;
        return Token.TEXT;
    }

    private boolean startsMarkup(int at) {
        if (at + 1 >= end) {
            return false;
        }
        char c = buf[at + 1];
        if (c == '/') {
            return at + 2 < end && isNameStart(buf[at + 2]);
        }
        if (c == '!' || c == '?') {
            return at + 2 < end && !Character.isWhitespace(buf[at + 2]);
        }
        return isNameStart(c) && !isAddress(at + 1);
    }

    /** True for {@code joe@example.org>} and {@code http://...>}: people put addresses in angle brackets. */
    private boolean isAddress(int from) {
        int i = from;
        while (i < end && isName(buf[i])) {
            i++;
        }
        return i < end && (buf[i] == '@' || (buf[i] == '/' && buf[i - 1] == ':'));
    }

    private Token cdata() {
        textStart = pos + 9;
        int close = find("]]>", textStart);
        unfinished |= close < 0;
        textEnd = close < 0 ? end : close;
        pos = close < 0 ? end : close + 3;
        return Token.CDATA;
    }

    private void skipDeclaration(char kind) {
        if (kind == '!' && at(pos + 2, "--")) {
            int close = find("-->", pos + 4);
            unfinished |= close < 0;
            pos = close < 0 ? end : close + 3;
        } else if (kind == '!' && at(pos + 2, "DOCTYPE")) {
            pos = Doctype.read(buf, pos + 9, end, references);
        } else {
            int close = find(">", pos + 2);
            pos = close < 0 ? end : close + 1;
        }
    }

    private Token endTag() {
        int i = pos + 2;
        while (i < end && isName(buf[i])) {
            i++;
        }
        name = names.get(buf, pos + 2, Math.min(i, pos + 2 + MAX_NAME));
        while (i < end && buf[i] != '>' && buf[i] != '<') {
            i++;
        }
        pos = i < end && buf[i] == '>' ? i + 1 : i;
        return Token.END;
    }

    private Token startTag() {
        int i = pos + 1;
        while (i < end && isName(buf[i])) {
            i++;
        }
        name = names.get(buf, pos + 1, Math.min(i, pos + 1 + MAX_NAME));
        attributes = 0;
        selfClosing = false;
        while (i < end) {
            char c = buf[i];
            if (c == '>') {
                i++;
                break;
            }
            if (c == '<') {
                break;
            }
            if (c == '/' && i + 1 < end && buf[i + 1] == '>') {
                selfClosing = true;
                i += 2;
                break;
            }
            i = isAttributeName(c) ? attribute(i) : i + 1;
        }
        if (i >= end && buf[end - 1] != '>') {
            // Cut in the middle of a tag: half an address would be another one.
            unfinished = true;
            pos = end;
            tokenStart = end;
            return Token.DONE;
        }
        pos = i;
        return Token.START;
    }

    private int attribute(int from) {
        int i = from;
        while (i < end && isAttributeName(buf[i])) {
            i++;
        }
        int nameEnd = i;
        i = skipSpace(i);
        int valueStart = i;
        int valueEnd = i;
        if (i < end && buf[i] == '=') {
            i = skipSpace(i + 1);
            char quote = i < end ? buf[i] : '>';
            if (quote == '"' || quote == '\'') {
                valueStart = i + 1;
                valueEnd = closingQuote(quote, valueStart);
                i = valueEnd < end && buf[valueEnd] == quote ? valueEnd + 1 : valueEnd;
            } else {
                valueStart = i;
                while (i < end
                        && buf[i] > ' '
                        && buf[i] != '>'
                        && !(buf[i] == '/' && i + 1 < end && buf[i + 1] == '>')) {
                    i++;
                }
                valueEnd = i;
            }
        }
        if (attributes < MAX_ATTRIBUTES) {
            keep(names.get(buf, from, Math.min(nameEnd, from + MAX_NAME)), valueStart, valueEnd);
        }
        return i;
    }

    private void keep(String attribute, int valueStart, int valueEnd) {
        if (attributes == attributeNames.length) {
            attributeNames = Arrays.copyOf(attributeNames, attributes * 2);
            valueBounds = Arrays.copyOf(valueBounds, attributes * 4);
        }
        attributeNames[attributes] = attribute;
        valueBounds[attributes * 2] = valueStart;
        valueBounds[attributes * 2 + 1] = valueEnd;
        attributes++;
    }

    /** The closing quote; where there is none before the next line's tag, the end of this tag. */
    private int closingQuote(char quote, int from) {
        int tagEnd = -1;
        for (int i = from; i < end; i++) {
            if (buf[i] == quote) {
                return i;
            }
            if (buf[i] == '>' && tagEnd < 0) {
                tagEnd = i;
            }
        }
        return tagEnd < 0 ? end : tagEnd;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < end && buf[i] <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == ':'
                || (c > 0x7F && Character.isLetter(c));
    }

    private static boolean isName(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c > 0x7F;
    }

    private static boolean isAttributeName(char c) {
        return c > ' ' && c != '=' && c != '>' && c != '/' && c != '<' && c != '"' && c != '\'';
    }

    private boolean at(int from, String expected) {
        if (from + expected.length() > end) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            char c = buf[from + i];
            char want = expected.charAt(i);
            if (c != want && !(want >= 'A' && want <= 'Z' && c == want + 32)) {
                return false;
            }
        }
        return true;
    }

    private int find(String what, int from) {
        char first = what.charAt(0);
        for (int i = from; i + what.length() <= end; i++) {
            if (buf[i] == first && at(i, what)) {
                return i;
            }
        }
        return -1;
    }

    /** Name of the tag as written, prefix included. */
    String name() {
        return name;
    }

    /** True for {@code <x/>}. */
    boolean selfClosing() {
        return selfClosing;
    }

    /** Where the current token starts. */
    int tokenStart() {
        return tokenStart;
    }

    /** Where the current token ends. */
    int tokenEnd() {
        return pos;
    }

    /** True when a tag, a comment or a CDATA section lacked its end. */
    boolean unfinished() {
        return unfinished;
    }

    /** The text of a TEXT token with references undone, or of a CDATA token as it stands. */
    String value(Token token) {
        return token == Token.CDATA
                ? new String(buf, textStart, textEnd - textStart)
                : references.decode(buf, textStart, textEnd);
    }

    /** True when the current TEXT token is white space alone. */
    boolean isBlank() {
        for (int i = textStart; i < textEnd; i++) {
            if (buf[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    int attributeCount() {
        return attributes;
    }

    String attributeName(int i) {
        return attributeNames[i];
    }

    String attributeValue(int i) {
        return references.decode(buf, valueBounds[i * 2], valueBounds[i * 2 + 1]);
    }

    /** Value of the first attribute of this name, letter case ignored, prefix included; null when there is none. */
    @Nullable String attribute(String wanted) {
        for (int i = 0; i < attributes; i++) {
            if (attributeNames[i].equalsIgnoreCase(wanted)) {
                return attributeValue(i);
            }
        }
        return null;
    }

    /** Keeps one String for each name, since a feed repeats a dozen of them thousands of times. */
    private static final class NameTable {
        private final String[] slots = new String[512];

        String get(char[] buf, int from, int to) {
            int hash = to - from;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + buf[i];
            }
            int slot = (hash ^ (hash >>> 9)) & (slots.length - 1);
            String known = slots[slot];
            if (known != null && same(known, buf, from, to)) {
                return known;
            }
            String made = new String(buf, from, to - from);
            slots[slot] = made;
            return made;
        }

        private static boolean same(String known, char[] buf, int from, int to) {
            if (known.length() != to - from) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (known.charAt(i - from) != buf[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
