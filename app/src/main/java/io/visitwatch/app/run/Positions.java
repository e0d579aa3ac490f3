package io.visitwatch.app.run;

import java.util.HashMap;
import java.util.Map;

/** How far each partition of one topic has been read. */
final class Positions {
    private final Map<Integer, Long> next = new HashMap<>();

    void passed(int partition, long offset) {
        next.put(partition, offset + 1);
    }

    /** Next offset to read, by partition; nothing for partitions not begun. */
    Map<Integer, Long> next() {
        return Map.copyOf(next);
    }
}
