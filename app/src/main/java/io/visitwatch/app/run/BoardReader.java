package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Board} up with its topics, one thread a topic; after a broken connection it goes on where it stood. */
final class BoardReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 1_000;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final CountDownLatch caughtUp = new CountDownLatch(3);
    private final List<Thread> threads;

    private BoardReader(KafkaAccess access, Board board) {
        threads = List.of(
                thread("board-visits", access, access.topics().visits().name(), entry -> {
                    board.visit(entry);
                    return true;
                }),
                thread("board-alerts", access, access.topics().alerts().name(), entry -> {
                    board.alert(entry);
                    return true;
                }),
                thread("board-coverage", access, access.topics().coverage().name(), entry -> {
                    board.coverage(entry);
                    return true;
                }));
    }

    static BoardReader start(KafkaAccess access, Board board) {
        BoardReader reader = new BoardReader(access, board);
        reader.threads.forEach(Thread::start);
        return reader;
    }

    /** Whether all that was there at the start has been read. */
    boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    private Thread thread(String name, KafkaAccess access, String topic, TopicReader.Sink sink) {
        Thread thread = new Thread(() -> read(access, topic, sink), name);
        thread.setDaemon(true);
        return thread;
    }

    private void read(KafkaAccess access, String topic, TopicReader.Sink sink) {
        Positions seen = new Positions();
        boolean first = true;
        while (running.get()) {
            try (TopicReader reader = TopicReader.open(access, topic, PATIENCE)) {
                reader.seek(seen.next());
                TopicReader.Sink counted = entry -> {
                    seen.passed(entry.partition(), entry.offset());
                    return sink.take(entry) && running.get();
                };
                reader.readToEnd(counted);
                if (first) {
                    first = false;
                    caughtUp.countDown();
                }
                reader.follow(running::get, counted);
            } catch (BrokerException e) {
                LOG.warn("the board waits for its broker: {}", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            running.set(false);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.set(false);
        for (Thread thread : threads) {
            try {
                thread.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
