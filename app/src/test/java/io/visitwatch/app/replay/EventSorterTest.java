package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.replay.EventSorter.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSorterTest {
    @TempDir
    Path folder;

    @Test
    void ordersMoreThanFitsInMemoryTheSameWayWhateverTheOrderOfArrival() throws IOException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            events.add(new Event(ReplayEvent.key(Instant.ofEpochSecond(i / 3)) + "r", "line " + i));
        }
        List<String> once = sort(events, 1 << 30);
        Collections.shuffle(events, new Random(3));
        assertThat(sort(events, 10_000)).isEqualTo(once).hasSize(5000);
    }

    @Test
    void keysSortAsTimeDoesAcrossTheEpoch() {
        assertThat(List.of(
                        ReplayEvent.key(Instant.parse("0001-01-01T00:00:00Z")),
                        ReplayEvent.key(Instant.EPOCH.minusMillis(1)),
                        ReplayEvent.key(Instant.EPOCH),
                        ReplayEvent.key(Instant.parse("2026-03-10T00:00:00Z")),
                        ReplayEvent.key(Instant.parse("2100-01-01T00:00:00Z"))))
                .isSorted();
    }

    @Test
    void goesOnFromRunsWrittenEarlierAndCleansUp() throws IOException {
        EventSorter first = new EventSorter(folder, "e", 1 << 20);
        first.add(new Event("b", "2"));
        first.spill();
        EventSorter second = new EventSorter(folder, "e", 1 << 20);
        second.adopt(first.runs());
        second.add(new Event("a", "1"));
        assertThat(list(second.sorted())).containsExactly("1", "2");
        second.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mergesMoreRunsThanItMayOpenAndKeepsThemUntilTheEnd() throws IOException {
        EventSorter sorter = new EventSorter(folder, "e", 1).mostOpen(2);
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            String key = String.format(java.util.Locale.ROOT, "%03d", (i * 7) % 23);
            sorter.add(new Event(key, "line " + key));
            wanted.add("line " + key);
        }
        List<String> runs = sorter.runs();
        assertThat(list(sorter.sorted()))
                .containsExactlyElementsOf(wanted.stream().sorted().toList());
        assertThat(runs)
                .hasSize(23)
                .allSatisfy(run -> assertThat(folder.resolve(run)).exists());
        sorter.close();
        assertThat(folder).isEmptyDirectory();
    }

    private List<String> sort(List<Event> events, long budget) throws IOException {
        try (EventSorter sorter = new EventSorter(folder, "e", budget)) {
            events.forEach(sorter::add);
            return list(sorter.sorted());
        }
    }

    private static List<String> list(Iterator<String> lines) {
        List<String> all = new ArrayList<>();
        lines.forEachRemaining(all::add);
        return all;
    }
}
