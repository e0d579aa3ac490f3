package io.visitwatch.alerts.route;

import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at so often and no more: some expressions of a few characters would try for years on a
 * name from the news. What is not found within that patience does not match.
 */
final class PatientText implements CharSequence {
    private static final int LOOKS = 200_000;

    private final String text;
    private final int[] left;

    private PatientText(String text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /** Whether the whole of {@code text} matches. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new PatientText(text, new int[] {LOOKS})).matches();
        } catch (OutOfPatience e) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new PatientText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfPatience() {
            super("no match within " + LOOKS + " looks", null, false, false);
        }
    }
}
