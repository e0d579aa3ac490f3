package io.visitwatch.ingest.seen;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one feed that are known. Immutable: changing it gives another.
 *
 * <p>Entries that left the document are remembered for a while, so that coming back is no news; the memory holds four times the
 * longest document seen lately and never more than {@link #MAX}.
 */
public final class SeenEntries {
    /** Nothing known. */
    public static final SeenEntries NONE = new SeenEntries(Map.of());

    /** Most entries remembered of one feed. */
    public static final int MAX = 20_000;

    private static final int AT_LEAST = 500;
    private static final byte FORMAT = 1;
    private static final int MARK_BYTES = 7 * Long.BYTES + 3 * Integer.BYTES + 1;

    private final Map<Long, Mark> byKey;
    private final Map<Long, Mark> byLink;
    private final Map<Long, Mark> byContent;

    private SeenEntries(Map<Long, Mark> byKey) {
        this.byKey = byKey;
        this.byLink = new HashMap<>();
        this.byContent = new HashMap<>();
        for (Mark mark : byKey.values()) {
            if (mark.link() != 0) {
                byLink.put(mark.link(), mark);
            }
            byContent.put(mark.content(), mark);
        }
    }

    /** All marks, in the order they were made. */
    public Collection<Mark> marks() {
        return byKey.values();
    }

    /** Number of entries remembered. */
    public int size() {
        return byKey.size();
    }

    /** This memory and some more marks, replacing those of the same entries. */
    public SeenEntries with(Collection<Mark> marks) {
        if (marks.isEmpty()) {
            return this;
        }
        Map<Long, Mark> all = new LinkedHashMap<>(byKey);
        marks.forEach(mark -> all.put(mark.key(), mark));
        return new SeenEntries(all);
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
        Map<Long, Mark> all = new LinkedHashMap<>(byKey);
        all.keySet().removeAll(replaced);
        listed.forEach(mark -> all.put(mark.key(), mark));
        int most = Math.min(MAX, Math.max(AT_LEAST, 4 * entries));
        if (all.size() > most) {
            List<Mark> oldest = new ArrayList<>(all.values());
            oldest.sort(Comparator.comparingInt(Mark::listed).thenComparingLong(Mark::firstSeen));
            oldest.subList(0, all.size() - most).forEach(mark -> all.remove(mark.key()));
        }
        return new SeenEntries(all);
    }

    @Nullable Mark byKey(long key) {
        return byKey.get(key);
    }

    @Nullable Mark byLink(long link) {
        return link == 0 ? null : byLink.get(link);
    }

    @Nullable Mark byContent(long content) {
        return byContent.get(content);
    }

    static int hour(Instant time) {
        return (int) (time.getEpochSecond() / 3_600);
    }

    /** This memory as bytes, {@code 61 + 8} a mark. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + byKey.size() * MARK_BYTES);
        out.put(FORMAT);
        for (Mark m : byKey.values()) {
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
        Map<Long, Mark> all = new LinkedHashMap<>();
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
            all.put(mark.key(), mark);
        }
        return new SeenEntries(all);
    }
}
