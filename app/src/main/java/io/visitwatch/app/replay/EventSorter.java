package io.visitwatch.app.replay;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Puts any number of lines into the order of their keys with bounded memory: sorted runs on disk, merged when read. Equal keys keep
 * the order of their lines' text, so the result depends on the set of lines alone.
 */
public final class EventSorter implements Closeable {
    /** Characters of events held in memory: with Java's strings some 64 MB at most. */
    public static final long BUDGET = 16_000_000;

    /** Most runs read side by side: with their buffers a few megabytes, and far below what a process may open. */
    private static final int MOST_OPEN = 200;

    /** One line to be ordered; neither part holds a tab or a line break. */
    public record Event(String key, String line) implements Comparable<Event> {
        private static final Comparator<Event> ORDER =
                Comparator.comparing(Event::key).thenComparing(Event::line);

        @Override
        public int compareTo(Event other) {
            return ORDER.compare(this, other);
        }
    }

    private final Path folder;
    private final String name;
    private final long budget;
    private final List<Event> memory = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private int mostOpen = MOST_OPEN;
    private long used;

    /**
     * An empty sorter.
     *
     * @param folder where runs are kept
     * @param name prefix of their names
     * @param budget characters held in memory before a run is written
     */
    public EventSorter(Path folder, String name, long budget) {
        this.folder = folder;
        this.name = name;
        this.budget = budget;
    }

    /** Takes over runs written earlier. */
    void adopt(List<String> earlier) {
        runs.addAll(earlier);
    }

    /** Takes one line. */
    public void add(Event event) {
        memory.add(event);
        used += event.key().length() + event.line().length();
        if (used > budget) {
            spill();
        }
    }

    /** Writes what is in memory, so that it outlives this process. */
    void spill() {
        if (memory.isEmpty()) {
            return;
        }
        memory.sort(null);
        String run = name + "-" + runs.size() + ".run";
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(run), StandardCharsets.UTF_8)) {
            for (Event event : memory) {
                write(out, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(run), e);
        }
        runs.add(run);
        memory.clear();
        used = 0;
    }

    /** Names of the runs on disk. */
    List<String> runs() {
        return List.copyOf(runs);
    }

    /** Reads fewer runs side by side. */
    EventSorter mostOpen(int most) {
        mostOpen = most;
        return this;
    }

    /** All lines in order. Call once; closes its files at the end. */
    public Iterator<String> sorted() throws IOException {
        Deque<String> left = new ArrayDeque<>(runs);
        while (left.size() > mostOpen) {
            // the runs themselves stay until the end: an interrupted replay goes on from them
            List<String> some = new ArrayList<>();
            for (int i = 0; i < mostOpen; i++) {
                some.add(left.remove());
            }
            left.add(merge(some));
        }
        PriorityQueue<Run> heads = open(left);
        memory.sort(null);
        Run rest = new Run(memory.iterator());
        if (rest.advance()) {
            heads.add(rest);
        }
        Merged all = new Merged(heads);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public String next() {
                return all.next().line();
            }
        };
    }

    private String merge(List<String> some) throws IOException {
        String name = this.name + "-merged-" + merged.size() + ".run";
        merged.add(name);
        Merged all = new Merged(open(some));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8)) {
            while (all.hasNext()) {
                write(out, all.next());
            }
        }
        return name;
    }

    private PriorityQueue<Run> open(Collection<String> names) throws IOException {
        PriorityQueue<Run> heads = new PriorityQueue<>(Comparator.comparing(Run::head));
        for (String run : names) {
            Run opened = new Run(Files.newBufferedReader(folder.resolve(run), StandardCharsets.UTF_8));
            if (opened.advance()) {
                heads.add(opened);
            }
        }
        return heads;
    }

    private static void write(BufferedWriter out, Event event) throws IOException {
        out.write(event.key());
        out.write('\t');
        out.write(event.line());
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        for (String run : runs) {
            Files.deleteIfExists(folder.resolve(run));
        }
        for (String run : merged) {
            Files.deleteIfExists(folder.resolve(run));
        }
    }

    /** One sorted run, on disk or in memory, with its first line read. */
    private static final class Run {
        private final @Nullable BufferedReader file;
        private final Iterator<Event> memory;
        private @Nullable Event head;

        Run(BufferedReader file) {
            this.file = file;
            this.memory = List.<Event>of().iterator();
        }

        Run(Iterator<Event> memory) {
            this.file = null;
            this.memory = memory;
        }

        Event head() {
            return java.util.Objects.requireNonNull(head);
        }

        boolean advance() {
            head = file == null ? (memory.hasNext() ? memory.next() : null) : read(file);
            return head != null;
        }

        private static @Nullable Event read(BufferedReader file) {
            try {
                String line = file.readLine();
                if (line == null) {
                    file.close();
                    return null;
                }
                int tab = line.indexOf('\t');
                return new Event(line.substring(0, tab), line.substring(tab + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Merged(PriorityQueue<Run> heads) implements Iterator<Event> {
        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Event next() {
            Run first = heads.remove();
            Event event = first.head();
            if (first.advance()) {
                heads.add(first);
            }
            return event;
        }
    }
}
