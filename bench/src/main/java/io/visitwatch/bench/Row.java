package io.visitwatch.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: what was measured, beside what, and what came out of each round.
 *
 * @param id short name, also the one to run it alone by
 * @param measure what is measured
 * @param reference what it is measured beside; a dash for an absolute figure
 * @param goal the goal in words
 * @param bound which side of {@code limit} is good
 * @param limit the goal as a number
 * @param unit what the values count: {@code x} for ratios
 * @param values one value per round
 * @param detail the absolute figures behind the values, for orientation
 */
public record Row(
        String id,
        String measure,
        String reference,
        String goal,
        Bound bound,
        double limit,
        String unit,
        List<Double> values,
        String detail) {
    /** Which side of a goal is good. */
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    public Row {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(id + " was measured in no round");
        }
    }

    /** The middle value. */
    public double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Whether the median meets the goal. */
    public boolean met() {
        return bound == Bound.AT_LEAST ? median() >= limit : median() <= limit;
    }

    /** Smallest to largest value. */
    public String spread() {
        double[] sorted = sorted();
        return number(sorted[0]) + " – " + number(sorted[sorted.length - 1]);
    }

    /** A number as the table shows it. */
    public static String number(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
