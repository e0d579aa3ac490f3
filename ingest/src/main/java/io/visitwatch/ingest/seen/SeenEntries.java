package io.visitwatch.ingest.seen;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one feed that are known. Immutable: changing it gives another.
 *
 * <p>Entries that left the document are remembered for a while, so that coming back is no news; the memory holds four times the
 * longest document seen lately and never more than {@link #MAX}.
 */
public final class SeenEntries {
    /** Nothing known. */
    public static final SeenEntries NONE = new SeenEntries(new Mark[0]);

    /** Most entries remembered of one feed. */
    public static final int MAX = 20_000;

    private static final int AT_LEAST = 500;
    private static final byte FORMAT = 1;
    private static final int MARK_BYTES = 7 * Long.BYTES + 3 * Integer.BYTES + 1;

    /** In the order they were made. */
    private final Mark[] marks;

    private final MarkIndex byKey;
    /** Made when first asked for: an entry whose key is known needs no more. */
    private volatile @Nullable MarkIndex byLink;

    private volatile @Nullable MarkIndex byContent;

    private SeenEntries(Mark[] marks) {
        this(marks, new MarkIndex(marks, Mark::key));
    }

    private SeenEntries(Mark[] marks, MarkIndex byKey) {
        this.marks = marks;
        this.byKey = byKey;
    }

    /** All marks, in the order they were made. */
    public Collection<Mark> marks() {
        return Collections.unmodifiableList(Arrays.asList(marks));
    }

    /** Number of entries remembered. */
    public int size() {
        return marks.length;
    }

    /** This memory and some more marks, replacing those of the same entries. */
    public SeenEntries with(Collection<Mark> more) {
        if (more.isEmpty()) {
            return this;
        }
        Mark[] all = marks.clone();
        Map<Long, Mark> added = new LinkedHashMap<>();
        for (Mark mark : more) {
            int at = byKey.position(marks, mark.key());
            if (at < 0) {
                added.put(mark.key(), mark);
            } else {
                all[at] = mark;
            }
        }
        if (added.isEmpty()) {
            return new SeenEntries(all, byKey);
        }
        Mark[] longer = Arrays.copyOf(all, all.length + added.size());
        int end = all.length;
        for (Mark mark : added.values()) {
            longer[end++] = mark;
        }
        return new SeenEntries(longer);
    }

    /**
     * This memory after a document: listed entries stamped, those that came under new ids moved, the oldest of the unlisted
     * forgotten.
     *
     * @param replaced old keys of moved entries
     * @param listed marks of the known entries the document lists
     * @param entries number of entries of the document
     */
    SeenEntries after(Collection<Long> replaced, Collection<Mark> listed, int entries) {
        Set<Long> moved = Set.copyOf(replaced);
        SeenEntries kept = moved.isEmpty() ? this : only(mark -> !moved.contains(mark.key()));
        SeenEntries all = kept.with(listed);
        int most = Math.min(MAX, Math.max(AT_LEAST, 4 * entries));
        if (all.size() <= most) {
            return all;
        }
        Set<Long> oldest = all.marks().stream()
                .sorted(Comparator.comparingInt(Mark::listed).thenComparingLong(Mark::firstSeen))
                .limit(all.size() - most)
                .map(Mark::key)
                .collect(Collectors.toSet());
        return all.only(mark -> !oldest.contains(mark.key()));
    }

    private SeenEntries only(Predicate<Mark> wanted) {
        return new SeenEntries(Arrays.stream(marks).filter(wanted).toArray(Mark[]::new));
    }

    @Nullable Mark byKey(long key) {
        return at(byKey.position(marks, key));
    }

    @Nullable Mark byLink(long link) {
        if (link == 0) {
            return null;
        }
        MarkIndex index = byLink;
        if (index == null) {
            index = new MarkIndex(marks, Mark::link);
            byLink = index;
        }
        return at(index.position(marks, link));
    }

    @Nullable Mark byContent(long content) {
        MarkIndex index = byContent;
        if (index == null) {
            index = new MarkIndex(marks, Mark::content);
            byContent = index;
        }
        return at(index.position(marks, content));
    }

    private @Nullable Mark at(int position) {
        return position < 0 ? null : marks[position];
    }

    static int hour(Instant time) {
        return (int) (time.getEpochSecond() / 3_600);
    }

    /** This memory as bytes, {@code 61 + 8} a mark. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + marks.length * MARK_BYTES);
        out.put(FORMAT);
        for (Mark m : marks) {
            out.putLong(m.key())
                    .putLong(m.link())
                    .putLong(m.title())
                    .putLong(m.content())
                    .putLong(m.before());
            out.putLong(m.idHigh()).putLong(m.idLow());
            out.putInt(m.revision()).putInt((int) m.firstSeen()).putInt(m.listed());
            out.put((byte) (m.owner() ? 1 : 0));
        }
        return out.array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static SeenEntries decode(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != FORMAT || (bytes.length - 1) % MARK_BYTES != 0) {
            throw new IllegalArgumentException("not a memory of entries: " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        List<Mark> all = new ArrayList<>();
        while (in.hasRemaining()) {
            Mark mark = new Mark(
                    in.getLong(),
                    in.getLong(),
                    in.getLong(),
                    in.getLong(),
                    in.getLong(),
                    in.getLong(),
                    in.getLong(),
                    in.getInt(),
                    Integer.toUnsignedLong(in.getInt()),
                    in.getInt(),
                    in.get() == 1);
            all.add(mark);
        }
        return NONE.with(all);
    }
}
