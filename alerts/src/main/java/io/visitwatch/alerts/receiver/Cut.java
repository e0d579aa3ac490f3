package io.visitwatch.alerts.receiver;

/** Cuts text to what a receiver takes, never inside a character. */
final class Cut {
    private Cut() {}

    static String to(int units, String text) {
        if (text.length() <= units) {
            return text;
        }
        int end = units - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
