package io.visitwatch.ingest.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenEntriesTest {
    private final Random random = new Random(21);

    private Mark mark(long key, int listed) {
        long link = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
        return new Mark(key, link, 3, random.nextInt(60), 5, 6, 7, 8, random.nextInt(1_000), listed, true);
    }

    /** Against maps, which are easy to believe. */
    @Test
    void remembersFindsAndForgetsWhatMapsWould() {
        SeenEntries seen = SeenEntries.NONE;
        Map<Long, Mark> plain = new LinkedHashMap<>();
        for (int document = 0; document < 300; document++) {
            List<Long> moved = new ArrayList<>();
            List<Mark> listed = new ArrayList<>();
            List<Mark> fresh = new ArrayList<>();
            for (Mark known : List.copyOf(plain.values())) {
                if (random.nextInt(12) == 0) {
                    moved.add(known.key());
                    listed.add(mark(1_000_000L + random.nextInt(400), document));
                } else if (random.nextInt(3) == 0) {
                    listed.add(known.listedAt(document));
                }
            }
            for (int i = 0; i < 20; i++) {
                fresh.add(mark(random.nextInt(900), document));
            }
            seen = seen.after(moved, listed, 10).with(fresh);
            plain.keySet().removeAll(moved);
            listed.forEach(mark -> plain.put(mark.key(), mark));
            forgetOldest(plain, 500);
            fresh.forEach(mark -> plain.put(mark.key(), mark));
            assertThat(seen.marks()).containsExactlyElementsOf(plain.values());
            assertSameFound(seen, plain);
        }
        assertThat(SeenEntries.decode(seen.encode()).marks()).containsExactlyElementsOf(seen.marks());
    }

    private static void forgetOldest(Map<Long, Mark> plain, int most) {
        List<Mark> oldest = new ArrayList<>(plain.values());
        oldest.sort(Comparator.comparingInt(Mark::listed).thenComparingLong(Mark::firstSeen));
        for (int i = 0; i < oldest.size() - most; i++) {
            plain.remove(oldest.get(i).key());
        }
    }

    private static void assertSameFound(SeenEntries seen, Map<Long, Mark> plain) {
        Map<Long, Mark> byLink = new LinkedHashMap<>();
        Map<Long, Mark> byContent = new LinkedHashMap<>();
        plain.values().forEach(mark -> {
            byLink.put(mark.link(), mark);
            byContent.put(mark.content(), mark);
        });
        byLink.remove(0L);
        for (long hash = -1; hash < 900; hash++) {
            assertThat(seen.byKey(hash)).isEqualTo(plain.get(hash));
            assertThat(seen.byLink(hash)).isEqualTo(byLink.get(hash));
            assertThat(seen.byContent(hash)).isEqualTo(byContent.get(hash));
        }
    }
}
