package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostQueuesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final HostQueues queues = new HostQueues(2, Duration.ofSeconds(1), nanos::get);
    private final List<String> done = new ArrayList<>();

    @Test
    void behaviour23AsksAHostTwiceAtATimeAndWithAGap() {
        add("a", "1");
        add("a", "2");
        add("a", "3");
        HostQueues.Job first = next();
        assertThat(queues.poll()).as("within the gap").isNull();
        pass(1_000);
        HostQueues.Job second = next();
        pass(1_000);
        assertThat(queues.poll()).as("two are running").isNull();
        first.run();
        next().run();
        second.run();
        assertThat(done).containsExactly("1", "3", "2");
    }

    @Test
    void behaviour23DoesNotLetABusyHostHoldUpAnother() {
        for (int i = 0; i < 50; i++) {
            add("busy", "busy");
        }
        add("quiet", "quiet");
        assertThat(List.of(next().host(), next().host())).containsExactlyInAnyOrder("busy", "quiet");
    }

    @Test
    void keepsTheGapAHostAskedForWhenIdleHostsAreForgotten() {
        queues.widenGap("slow", Duration.ofSeconds(30));
        for (int i = 0; i < 1_500; i++) {
            add("host" + i, "page");
            next().run();
        }
        pass(1_000);
        add("slow", "1");
        add("slow", "2");
        next().run();
        pass(20_000);
        assertThat(queues.poll()).as("within the gap asked for").isNull();
        pass(10_000);
        next().run();
        assertThat(done).endsWith("1", "2");
    }

    @Test
    void behaviour23CountsARedirectWhereItGoes() {
        Optional<HostGate.Place> one = queues.enter("b", 0);
        assertThat(one).isPresent();
        assertThat(queues.enter("b", 0)).as("within the gap").isEmpty();
        pass(1_000);
        Optional<HostGate.Place> two = queues.enter("b", 0);
        assertThat(two).isPresent();
        pass(1_000);
        assertThat(queues.enter("b", 0)).as("two are running").isEmpty();
        add("b", "job");
        assertThat(queues.poll()).isNull();
        one.orElseThrow().close();
        assertThat(next().host()).isEqualTo("b");
    }

    @Test
    void asksTheHostThatHasBeenFreeLongestFirst() {
        add("a", "a1");
        add("b", "b1");
        add("a", "a2"); // more work does not cost a host its turn
        add("c", "c1");
        assertThat(List.of(next().host(), next().host(), next().host())).containsExactly("a", "b", "c");
        add("b", "b2");
        pass(1_000);
        assertThat(List.of(next().host(), next().host())).containsExactly("a", "b");
    }

    @Test
    void sharesWorkersEvenlyAmongHostsWithoutAGap() {
        HostQueues eager = new HostQueues(1, Duration.ZERO, nanos::get);
        for (int i = 0; i < 6; i++) {
            eager.add(i < 3 ? "a" : "b", () -> {});
        }
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            HostQueues.Job job = Objects.requireNonNull(eager.poll());
            asked.add(job.host());
            job.run();
        }
        assertThat(asked).containsExactly("a", "b", "a", "b", "a", "b");
    }

    @Test
    void forgetsIdleHostsButNoneThatWorksWaitsOrIsPaused() {
        HostLanes lanes = new HostLanes(1, 10);
        lanes.lane("working").start(0);
        lanes.lane("waiting").add(() -> {});
        lanes.lane("waiting").pause(1_000_000);
        lanes.lane("paused").pause(1_000_000);
        for (int i = 0; i < 5_000; i++) {
            lanes.lane("host" + i).start(i);
            lanes.lane("host" + i).leave();
            lanes.forgetIdle(i);
        }
        assertThat(lanes.size()).isLessThanOrEqualTo(1_020);
        assertThat(lanes.lane("host4999").ready())
                .as("too young to be forgotten")
                .isEqualTo(5_009);
        assertThat(lanes.lane("working").full()).isTrue();
        assertThat(lanes.lane("paused").ready()).isEqualTo(1_000_000);
        assertThat(lanes.queued()).isEqualTo(1);
        assertThat(lanes.take(999_999)).isNull();
        assertThat(lanes.nextReady()).isEqualTo(1_000_000);
        assertThat(lanes.take(1_000_000)).isNotNull();
    }

    /** Against the plain way: of all hosts that may be asked, the one that may be asked longest. */
    @Test
    void takesNothingBeforeItsTimeAndLeavesNothingThatIsReady() {
        HostQueues tight = new HostQueues(1, Duration.ofMillis(7), nanos::get);
        Map<String, Long> nextStart = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        Random random = new Random(11);
        for (int step = 0; step < 20_000; step++) {
            String host = "host" + random.nextInt(40);
            if (random.nextBoolean()) {
                tight.add(host, () -> {});
                waiting.merge(host, 1, Integer::sum);
            }
            if (random.nextInt(50) == 0) {
                tight.pause(host, Duration.ofMillis(100));
                nextStart.merge(host, nanos.get() + 100_000_000, Math::max);
            }
            nanos.addAndGet(random.nextInt(1_000_000));
            HostQueues.Job job = tight.poll();
            long ready = waiting.keySet().stream()
                    .filter(h -> nextStart.getOrDefault(h, Long.MIN_VALUE) <= nanos.get())
                    .count();
            assertThat(job == null).isEqualTo(ready == 0);
            if (job != null) {
                assertThat(nextStart.getOrDefault(job.host(), Long.MIN_VALUE)).isLessThanOrEqualTo(nanos.get());
                waiting.computeIfPresent(job.host(), (h, n) -> n == 1 ? null : n - 1);
                nextStart.merge(job.host(), nanos.get() + 7_000_000, Math::max);
                job.run();
            }
        }
    }

    @Test
    void behaviour26PausesAWholeHostAndNobodyElse() {
        add("a", "1");
        add("b", "2");
        queues.pause("a", Duration.ofMinutes(2));
        queues.pause("a", Duration.ofSeconds(1));
        assertThat(next().host()).isEqualTo("b");
        pass(119_000);
        assertThat(queues.poll()).isNull();
        pass(1_000);
        assertThat(next().host()).isEqualTo("a");
    }

    @Test
    void waitsTheCrawlDelayOfAHostThatAsksForMore() {
        queues.widenGap("a", Duration.ofSeconds(10));
        queues.widenGap("b", Duration.ofMillis(1));
        add("a", "1");
        add("a", "2");
        add("b", "3");
        add("b", "4");
        next();
        next();
        assertThat(queues.poll()).isNull();
        pass(1_000);
        assertThat(next().host()).isEqualTo("b");
        pass(9_000);
        assertThat(next().host()).isEqualTo("a");
    }

    @Test
    void leavesThePlaceAlsoWhenTheWorkFails() {
        queues.add("a", () -> {
            throw new IllegalStateException("boom");
        });
        try {
            next().run();
        } catch (IllegalStateException e) {
            done.add("failed");
        }
        pass(1_000);
        add("a", "1");
        pass(1_000);
        add("a", "2");
        next();
        pass(1_000);
        assertThat(next().host()).isEqualTo("a");
        assertThat(done).containsExactly("failed");
    }

    @Test
    void letsWaitingWorkersGoWhenClosed() throws InterruptedException {
        List<@Nullable Object> taken = new ArrayList<>();
        Thread worker = new Thread(() -> {
            try {
                taken.add(queues.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker.start();
        queues.close();
        worker.join(10_000);
        assertThat(taken).hasSize(1).containsOnlyNulls();
    }

    private void add(String host, String name) {
        queues.add(host, () -> done.add(name));
    }

    private HostQueues.Job next() {
        return Objects.requireNonNull(queues.poll(), "no job is ready");
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
