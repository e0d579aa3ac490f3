package io.visitwatch.model;

/**
 * A half-open range of UTF-16 units in one text.
 *
 * @param start first unit, from 0
 * @param end one past the last unit, at least {@code start}
 */
public record TextSpan(int start, int end) {
    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ")");
        }
    }

    /** The words this span covers in {@code text}. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether the two spans share at least one unit. */
    public boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(TextSpan other) {
        return start <= other.start && other.end <= end;
    }

    /** Number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    /** This span moved by {@code offset} units, for a text that was cut out of a longer one. */
    public TextSpan shift(int offset) {
        return new TextSpan(start + offset, end + offset);
    }
}
