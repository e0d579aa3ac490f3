package io.visitwatch.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueFeedsTest {
    private static final Instant NOON = Instant.parse("2026-01-20T12:00:00Z");

    private final DueFeeds due = new DueFeeds();

    @Test
    void givesOutWhatIsDueInTheOrderInWhichItBecameDue() {
        due.plan("late", NOON.plusSeconds(3));
        due.plan("second", NOON.plusSeconds(2));
        due.plan("first", NOON.plusSeconds(1));
        assertThat(due.poll(NOON)).isNull();
        assertThat(due.next()).isEqualTo(NOON.plusSeconds(1));
        assertThat(taken(NOON.plusSeconds(2))).containsExactly("first", "second");
        assertThat(taken(NOON.plusSeconds(3))).containsExactly("late");
        assertThat(due.next()).isNull();
    }

    @Test
    void holdsAFeedOnceWhateverItWasPlannedForBefore() {
        due.plan("a", NOON.plusSeconds(60));
        due.plan("a", NOON);
        due.plan("b", NOON);
        due.plan("b", NOON.plusSeconds(60));
        due.plan("gone", NOON);
        due.forget("gone");
        due.forget("never known");
        assertThat(due.size()).isEqualTo(2);
        assertThat(taken(NOON)).containsExactly("a");
        assertThat(taken(NOON.plusSeconds(60))).containsExactly("b");
        assertThat(due.size()).isZero();
    }

    /** Against the plain way: a look at all feeds each time. */
    @Test
    void findsWhatALookAtAllFeedsFinds() {
        Map<String, Instant> plain = new HashMap<>();
        Random random = new Random(4);
        Instant now = NOON;
        for (int step = 0; step < 5_000; step++) {
            String feed = "feed" + random.nextInt(50);
            if (random.nextInt(10) == 0) {
                due.forget(feed);
                plain.remove(feed);
            } else {
                Instant next = now.plusSeconds(random.nextInt(120));
                due.plan(feed, next);
                plain.put(feed, next);
            }
            now = now.plusSeconds(random.nextInt(3));
            Instant by = now;
            List<String> expected = plain.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(by))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(taken(now)).containsExactlyInAnyOrderElementsOf(expected);
            expected.forEach(plain::remove);
        }
    }

    private List<String> taken(Instant now) {
        List<String> all = new ArrayList<>();
        for (String feed = due.poll(now); feed != null; feed = due.poll(now)) {
            all.add(feed);
        }
        return all;
    }
}
