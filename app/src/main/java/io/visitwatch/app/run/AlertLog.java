package io.visitwatch.app.run;

import io.visitwatch.model.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest alerts in the order they were read, and who follows them. Followers who want to be told at once subscribe; those who may
 * be slow take a {@link Cursor} and fetch at their own pace, so that however many they are nothing waits in memory for them.
 * Thread-safe.
 */
public final class AlertLog {
    private final @Nullable Entry[] ring;
    private final Map<Integer, Long> positions = new TreeMap<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    /** How many were ever added: the number of the next one. */
    private long added;

    /** A log of the {@code most} latest alerts. */
    AlertLog(int most) {
        ring = new Entry[most];
    }

    /**
     * An alert and where a subscriber stands after it.
     *
     * @param alert the alert
     * @param position offsets by partition after this alert, as {@code 0:17,1:4}
     */
    public record Entry(Alert alert, String position) {}

    /** Takes what stands at an offset; null where that is no alert. */
    synchronized void add(int partition, long offset, @Nullable Alert alert) {
        positions.put(partition, offset);
        if (alert != null) {
            Entry entry = new Entry(alert, position());
            ring[(int) (added % ring.length)] = entry;
            added++;
            listeners.forEach(each -> each.accept(entry));
        }
    }

    /** The alerts held, oldest first. */
    public synchronized List<Entry> entries() {
        return between(first(), added);
    }

    /** Where a subscriber stands after the latest alert held; empty when there is none. */
    public synchronized String lastPosition() {
        return added == 0 ? "" : at(added - 1).position();
    }

    /**
     * Calls {@code listener} with each alert after {@code position}, then with every new one, in order and without a gap.
     *
     * @param position what {@link Entry#position} said last; null to begin with the next new alert
     * @param listener must not block
     * @return ends the subscription when run
     * @throws IllegalArgumentException when {@code position} is none
     */
    public synchronized Runnable subscribe(@Nullable String position, Consumer<Entry> listener) {
        between(after(position), added).forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * A place in the log, behind {@code position}.
     *
     * @param position what {@link Entry#position} said last; null for the end
     * @throws IllegalArgumentException when {@code position} is none
     */
    public synchronized Cursor cursor(@Nullable String position) {
        return new Cursor(after(position));
    }

    private long after(@Nullable String position) {
        if (position == null) {
            return added;
        }
        Map<Integer, Long> seen = positions(position);
        long low = first();
        long high = added;
        while (low < high) { // positions only grow along the log
            long middle = (low + high) >>> 1;
            if (isAfter(at(middle), seen)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long first() {
        return Math.max(0, added - ring.length);
    }

    private Entry at(long number) {
        return Objects.requireNonNull(ring[(int) (number % ring.length)]);
    }

    private List<Entry> between(long from, long to) {
        List<Entry> found = new ArrayList<>();
        for (long number = from; number < to; number++) {
            found.add(at(number));
        }
        return found;
    }

    /** Whether an entry came after a position: one of its partitions is further than there. */
    private static boolean isAfter(Entry entry, Map<Integer, Long> position) {
        return positions(entry.position()).entrySet().stream()
                .anyMatch(e -> e.getValue() > position.getOrDefault(e.getKey(), -1L));
    }

    private static Map<Integer, Long> positions(String text) {
        Map<Integer, Long> found = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            if (!part.matches("[0-9]{1,6}:[0-9]{1,18}")) {
                throw new IllegalArgumentException("'" + text + "' is no position: send the id of an event back");
            }
            int colon = part.indexOf(':');
            found.put(Integer.parseInt(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1)));
        }
        return found;
    }

    private String position() {
        StringBuilder text = new StringBuilder();
        positions.forEach((partition, offset) -> text.append(text.isEmpty() ? "" : ",")
                .append(partition)
                .append(':')
                .append(offset));
        return text.toString();
    }

    /** One reader's place. Not thread-safe. */
    public final class Cursor {
        private long next;
        private boolean missed;

        private Cursor(long next) {
            this.next = next;
        }

        /** Up to {@code most} alerts from here on, oldest first; empty at the end. */
        public List<Entry> next(int most) {
            synchronized (AlertLog.this) {
                missed |= next < first();
                long from = Math.max(next, first());
                List<Entry> found = between(from, Math.min(added, from + most));
                next = from + found.size();
                return found;
            }
        }

        /** Whether {@link #next} found that alerts in between were gone from the log. */
        public boolean missed() {
            return missed;
        }
    }
}
