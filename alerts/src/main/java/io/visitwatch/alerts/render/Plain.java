package io.visitwatch.alerts.render;

/** Text from the news made safe for one line of any medium, before that medium's own escaping. */
public final class Plain {
    private Plain() {}

    /**
     * One line without control characters and without bidirectional overrides, which could make a line read as what it is not.
     */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (!Character.isISOControl(c) && !isBidiControl(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    /** Escaped for HTML and XML text and attributes. */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static boolean isBidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
