package io.visitwatch.ingest.feed;

/**
 * Passes over a DOCTYPE. Nothing it points at is ever looked up; of its internal subset only general entities with a literal
 * value are kept, since a few publishers really use them.
 */
final class Doctype {
    private Doctype() {}

    /** Reads from behind {@code <!DOCTYPE}; returns where the document goes on. */
    static int read(char[] buf, int from, int end, References references) {
        int i = from;
        boolean subset = false;
        while (i < end) {
            char c = buf[i];
            if (c == '"' || c == '\'') {
                i = past(buf, i + 1, end, c);
            } else if (c == '[') {
                subset = true;
                i++;
            } else if (c == ']') {
                subset = false;
                i++;
            } else if (c == '<' && subset) {
                i = declaration(buf, i, end, references);
            } else if (c == '>' && !subset) {
                return i + 1;
            } else if (c == '<') {
                // A tag inside a DOCTYPE that never ended: the document begins here.
                return i;
            } else {
                i++;
            }
        }
        return end;
    }

    private static int declaration(char[] buf, int at, int end, References references) {
        if (at + 4 < end && buf[at + 1] == '!' && buf[at + 2] == '-' && buf[at + 3] == '-') {
            int i = at + 4;
            while (i < end && !(buf[i] == '>' && buf[i - 1] == '-' && buf[i - 2] == '-')) {
                i++;
            }
            return Math.min(end, i + 1);
        }
        int close = at;
        while (close < end && buf[close] != '>') {
            close = buf[close] == '"' || buf[close] == '\'' ? past(buf, close + 1, end, buf[close]) : close + 1;
        }
        entity(new String(buf, at, close - at), references);
        return Math.min(end, close + 1);
    }

    /** {@code <!ENTITY name "value"}: parameter entities and external ones do not have this shape. */
    private static void entity(String declaration, References references) {
        if (!declaration.startsWith("<!ENTITY")) {
            return;
        }
        String rest = declaration.substring(8).strip();
        int nameEnd = 0;
        while (nameEnd < rest.length() && !Character.isWhitespace(rest.charAt(nameEnd))) {
            nameEnd++;
        }
        String value = rest.substring(nameEnd).strip();
        if (value.length() < 2 || rest.charAt(0) == '%') {
            return;
        }
        char quote = value.charAt(0);
        int close = value.indexOf(quote, 1);
        if ((quote == '"' || quote == '\'') && close > 0) {
            references.declare(rest.substring(0, nameEnd), value.substring(1, close));
        }
    }

    private static int past(char[] buf, int from, int end, char quote) {
        int i = from;
        while (i < end && buf[i] != quote) {
            i++;
        }
        return Math.min(end, i + 1);
    }
}
