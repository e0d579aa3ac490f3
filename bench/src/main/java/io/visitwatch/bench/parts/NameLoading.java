package io.visitwatch.bench.parts;

import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Row;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.management.ObjectName;

/** What a million names cost: seconds to load, heap to keep, and the longest gap a reader sees while they are swapped. */
public final class NameLoading implements Measurement {
    private static final int NAMES = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private volatile Gazetteer inUse = Gazetteer.bundled();

    @Override
    public List<String> ids() {
        return List.of("names-load", "names-heap", "names-swap");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<String> names = MadeNames.of(NAMES);
        Gazetteer small = MadeNames.gazetteer(names.subList(0, 1));
        List<Double> loads = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        FoldedText probe = Normalizer.fold(MadeNames.articles(1, names).get(0).substring(0, 200));
        for (int round = 0; round < setup.rounds(); round++) {
            // a round is a method, so that nothing of the last one is held when the heap is looked at
            round(names, small, probe, loads, heaps, pauses);
        }
        return List.of(
                row("names-load", "1 M names: load, processor time", "≤ 1.5 s", 1.5, "s", loads),
                row("names-heap", "1 M names: heap, bytes of the objects held", "≤ 80 MB", 80, "MB", heaps),
                row(
                        "names-swap",
                        "1 M names: longest reading while swapped 1,000 times, processor time",
                        "≤ 5 ms",
                        5,
                        "ms",
                        pauses));
    }

    private void round(
            List<String> names,
            Gazetteer small,
            FoldedText probe,
            List<Double> loads,
            List<Double> heaps,
            List<Double> pauses)
            throws Exception {
        inUse = small;
        long before = used();
        long start = THREADS.getCurrentThreadCpuTime();
        Gazetteer large = MadeNames.gazetteer(names);
        loads.add((THREADS.getCurrentThreadCpuTime() - start) / 1e9);
        heaps.add((used() - before) / 1e6);
        pauses.add(longestGap(small, large, probe) * 1e3);
    }

    private static Row row(String id, String measure, String goal, double limit, String unit, List<Double> values) {
        String detail =
                String.format(Locale.ROOT, "%,d persons of one name each, added to the bundled gazetteer", NAMES);
        return new Row(id, measure, "–", goal, Row.Bound.AT_MOST, limit, unit, values, detail);
    }

    /** Reads on while the gazetteer in use goes to and fro; the longest processor time one reading took, in seconds. */
    private double longestGap(Gazetteer one, Gazetteer two, FoldedText probe) {
        double longest = 0;
        for (int i = 0; i < 21_000; i++) {
            inUse = i % 2 == 0 ? one : two;
            long start = THREADS.getCurrentThreadCpuTime();
            inUse.find(probe, "en");
            if (i >= 20_000) {
                longest = Math.max(longest, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
            }
        }
        return longest;
    }

    /** Bytes of all objects that are held; the regions a collector gives to large ones would add a fifth, or more in a larger heap. */
    private static long used() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        String total = histogram.substring(histogram.lastIndexOf("Total")).strip();
        return Long.parseLong(total.split("\\s+", -1)[2]);
    }
}
