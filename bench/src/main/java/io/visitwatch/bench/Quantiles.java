package io.visitwatch.bench;

import java.util.List;

/** The middle and the slow end of what was measured. */
public final class Quantiles {
    private Quantiles() {}

    /** The middle value; the higher of the two in the middle of an even number. */
    public static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The least value that 99 of 100 do not exceed (nearest rank). */
    public static double p99(List<Double> values) {
        return values.stream().sorted().toList().get((int) Math.ceil(values.size() * 0.99) - 1);
    }
}
