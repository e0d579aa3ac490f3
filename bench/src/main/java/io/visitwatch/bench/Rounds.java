package io.visitwatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pieces of work in turn, another one first in each round, so that what else the machine does meets all alike. */
public final class Rounds {
    private Rounds() {}

    /** Work that says how long one unit of it took. */
    public interface Timed {
        /** Seconds for one unit, by the clock. */
        double seconds() throws Exception;
    }

    /**
     * What came out of the rounds, round by round.
     *
     * @param ours seconds of ours
     * @param reference seconds of the reference
     */
    public record Times(List<Double> ours, List<Double> reference) {
        /** Ours divided by the reference: how many times as long ours takes. */
        public List<Double> slowdowns() {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add(ours.get(i) / reference.get(i));
            }
            return ratios;
        }

        /** The reference divided by ours: how many times the reference's rate ours has. */
        public List<Double> rates() {
            return slowdowns().stream().map(slower -> 1 / slower).toList();
        }

        /** Medians of both, in the unit a unit of work fits. */
        public String detail() {
            return "ours " + time(Quantiles.median(ours)) + ", reference " + time(Quantiles.median(reference));
        }

        private static String time(double seconds) {
            if (seconds >= 1) {
                return String.format(Locale.ROOT, "%.2f s", seconds);
            }
            return seconds >= 1e-3
                    ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
                    : String.format(Locale.ROOT, "%.2f µs", seconds * 1e6);
        }
    }

    /** Measures both in {@code rounds} rounds, after one that does not count. */
    public static Times interleaved(int rounds, Timed ours, Timed reference) throws Exception {
        List<List<Double>> times = inTurn(rounds, List.of(ours, reference));
        return new Times(times.get(0), times.get(1));
    }

    /** Measures all in {@code rounds} rounds, each begun by the next, after a round that does not count; the times of each. */
    public static List<List<Double>> inTurn(int rounds, List<Timed> works) throws Exception {
        List<List<Double>> times = new ArrayList<>();
        for (Timed work : works) {
            work.seconds();
            times.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < works.size(); i++) {
                int next = (round + i) % works.size();
                times.get(next).add(works.get(next).seconds());
            }
        }
        return times;
    }

    /** Seconds {@code work} takes. */
    public static double clock(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Anything. */
    public interface Work {
        void run() throws Exception;
    }
}
