package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
