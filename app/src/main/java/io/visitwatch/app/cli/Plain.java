package io.visitwatch.app.cli;

/** Text of strangers on a terminal. */
final class Plain {
    private Plain() {}

    /**
     * {@code text} on one line without what could steer a terminal or turn the reading direction of our own words: control
     * characters become spaces, bidirectional overrides go.
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
                return;
            }
            plain.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
        });
        return plain.toString().strip();
    }
}
