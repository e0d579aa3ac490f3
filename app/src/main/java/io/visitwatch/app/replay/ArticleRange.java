package io.visitwatch.app.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of the articles topic: by the articles' own time, by offset, or both.
 *
 * @param from first event time wanted, UTC; null for all
 * @param to event time no longer wanted, UTC; null for all
 * @param offsetsFrom first offset wanted, by partition; empty for all
 * @param offsetsTo offset no longer wanted, by partition; empty for all
 */
public record ArticleRange(
        @Nullable Instant from, @Nullable Instant to, Map<Integer, Long> offsetsFrom, Map<Integer, Long> offsetsTo) {
    /** Partition that stands for all. */
    private static final int EVERY = -1;

    public ArticleRange {
        offsetsFrom = Map.copyOf(offsetsFrom);
        offsetsTo = Map.copyOf(offsetsTo);
    }

    /**
     * Reads what people type: a day or time in UTC ({@code 2024-05-01}, {@code 2024-05-01T06:00:00Z}), an offset in every partition
     * ({@code 1200}), or offsets of single partitions ({@code 0:1200,1:900}).
     *
     * @throws IllegalArgumentException naming what cannot be read and what is wanted
     */
    public static ArticleRange parse(@Nullable String from, @Nullable String to) {
        return new ArticleRange(time(from), time(to), offsets(from), offsets(to));
    }

    /** Whether some articles are left out by their time. */
    boolean timed() {
        return from != null || to != null;
    }

    /** Whether an article of this event time is wanted. */
    public boolean holds(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    /** First offsets wanted of what is there. */
    public Map<Integer, Long> starts(Map<Integer, Long> beginnings, Map<Integer, Long> ends) {
        Map<Integer, Long> starts = new TreeMap<>();
        beginnings.forEach((partition, first) -> {
            long wanted = Math.max(first, wanted(offsetsFrom, partition, first));
            starts.put(partition, Math.min(wanted, Objects.requireNonNullElse(ends.get(partition), first)));
        });
        return starts;
    }

    /** Offsets no longer wanted of what is there. */
    public Map<Integer, Long> stops(Map<Integer, Long> starts, Map<Integer, Long> ends) {
        Map<Integer, Long> stops = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long wanted = Math.min(end, wanted(offsetsTo, partition, end));
            stops.put(partition, Math.max(wanted, Objects.requireNonNullElse(starts.get(partition), 0L)));
        });
        return stops;
    }

    private static long wanted(Map<Integer, Long> offsets, int partition, long otherwise) {
        Long every = offsets.get(EVERY);
        Long own = offsets.get(partition);
        return own != null ? own : every != null ? every : otherwise;
    }

    private static @Nullable Instant time(@Nullable String said) {
        if (said == null || isOffsets(said)) {
            return null;
        }
        try {
            return said.contains("T")
                    ? Instant.parse(said)
                    : LocalDate.parse(said).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + said
                            + "\" is no time and no offset: give 2024-05-01, 2024-05-01T06:00:00Z, 1200 or 0:1200,1:900",
                    e);
        }
    }

    private static Map<Integer, Long> offsets(@Nullable String said) {
        Map<Integer, Long> offsets = new TreeMap<>();
        if (said != null && isOffsets(said)) {
            for (String part : said.split(",", -1)) {
                int colon = part.indexOf(':');
                offsets.put(
                        colon < 0 ? EVERY : Integer.parseInt(part.substring(0, colon)),
                        Long.parseLong(part.substring(colon + 1)));
            }
        }
        return offsets;
    }

    private static boolean isOffsets(String said) {
        return said.matches("\\d{1,18}|\\d{1,4}:\\d{1,18}(,\\d{1,4}:\\d{1,18})*");
    }
}
