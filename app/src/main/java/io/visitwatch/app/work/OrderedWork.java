package io.visitwatch.app.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Many small pieces of work on several threads, results in the order of the input, memory bounded by a few batches however long
 * the input is.
 */
public final class OrderedWork implements AutoCloseable {
    private static final int BATCH = 64;

    private final ExecutorService pool;
    private final int ahead;

    /** Work on {@code threads} daemon threads. */
    public OrderedWork(int threads) {
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "work");
            thread.setDaemon(true);
            return thread;
        });
        ahead = 3 * threads;
    }

    /** Applies {@code step} to every item and hands the results on in order. */
    public <A, B> void run(Iterator<A> items, Function<A, B> step, Consumer<B> sink) {
        Deque<Future<List<B>>> running = new ArrayDeque<>();
        while (items.hasNext()) {
            List<A> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && items.hasNext()) {
                batch.add(items.next());
            }
            running.add(pool.submit(() -> batch.stream().map(step).toList()));
            if (running.size() > ahead) {
                take(running.remove(), sink);
            }
        }
        running.forEach(each -> take(each, sink));
    }

    /** The lines of a text, without holding them. */
    public static Iterator<String> lines(BufferedReader reader) {
        BoundedLines bounded = new BoundedLines(reader);
        return new Iterator<>() {
            private String next = read();

            private String read() {
                try {
                    String line = bounded.next();
                    return line == null ? END : line;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            @SuppressWarnings("ReferenceEquality") // a mark of our own, not a value
            public boolean hasNext() {
                return next != END;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                String line = next;
                next = read();
                return line;
            }
        };
    }

    @SuppressWarnings("StringConstructor") // must be equal to itself alone
    private static final String END = new String("end of text");

    private static <B> void take(Future<List<B>> done, Consumer<B> sink) {
        try {
            done.get().forEach(sink);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
