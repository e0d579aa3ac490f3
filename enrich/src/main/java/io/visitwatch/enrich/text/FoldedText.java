package io.visitwatch.enrich.text;

import io.visitwatch.model.TextSpan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in its folded form, with the way back to the original.
 *
 * <p>All offsets count UTF-16 units. Made by {@link Normalizer#fold}; immutable.
 */
public final class FoldedText {
    private final String source;
    private final String folded;
    /** Original start of each folded unit; null when folded and original offsets are the same. */
    private final int @Nullable [] starts;
    /** Original end of each folded unit, in step with {@link #starts}. */
    private final int @Nullable [] ends;

    FoldedText(String source, String folded, int @Nullable [] starts, int @Nullable [] ends) {
        this.source = source;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    /** The text as it was published. */
    public String source() {
        return source;
    }

    /** The text in its folded form. */
    public String folded() {
        return folded;
    }

    /**
     * Where the folded unit at {@code foldedOffset} begins in the original.
     *
     * @param foldedOffset 0 to the folded length; the length itself maps to the original's end
     */
    public int originalOffset(int foldedOffset) {
        if (foldedOffset == folded.length()) {
            return source.length();
        }
        return starts == null ? foldedOffset : starts[foldedOffset];
    }

    /**
     * What {@code [foldedStart, foldedEnd)} covers in the original.
     *
     * <p>Marks that folding dropped between two covered letters are covered too; marks before the first or after the last
     * are not. An empty range maps to an empty span.
     */
    public TextSpan original(int foldedStart, int foldedEnd) {
        int start = originalOffset(foldedStart);
        if (foldedEnd <= foldedStart) {
            return new TextSpan(start, start);
        }
        return new TextSpan(start, ends == null ? foldedEnd : ends[foldedEnd - 1]);
    }

    /** The folded offset of the first unit that begins at or after {@code originalOffset} in the original. */
    public int foldedOffset(int originalOffset) {
        if (originalOffset >= source.length()) {
            return folded.length();
        }
        if (starts == null) {
            return originalOffset;
        }
        int at = Arrays.binarySearch(starts, 0, folded.length(), originalOffset);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && starts[at - 1] == originalOffset) {
            at--;
        }
        return at;
    }

    @Override
    public String toString() {
        return folded;
    }
}
