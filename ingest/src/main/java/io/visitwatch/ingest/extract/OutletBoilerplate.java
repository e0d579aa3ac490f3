package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an outlet prints under article after article: a small value, learned from article to article and carried by the caller. A
 * paragraph seen in many of the last articles is no news and is dropped, however well it reads. Immutable: learning gives another.
 */
public final class OutletBoilerplate {
    /** Nothing learned yet. */
    public static final OutletBoilerplate EMPTY = new OutletBoilerplate(0, new long[0]);

    private static final byte FORMAT = 1;
    private static final int LONGEST = 600;
    private static final int MANY = 5;
    private static final double SHARE = 0.25;
    private static final int FADE_AT = 100;
    private static final int MOST = 600;
    /** Paragraphs at the beginning and at the end of an article among which repeated ones stand. */
    private static final int FIRST = 2;

    private static final int LAST = 4;
    private static final int COUNT_BITS = 8;
    private static final long COUNT = (1L << COUNT_BITS) - 1;

    /** Articles learned from, halved now and then so that old habits fade. */
    private final int articles;

    /** Ascending: hash of a short paragraph in the upper bits, in how many of the articles it stood in the lowest. */
    private final long[] seen;

    private OutletBoilerplate(int articles, long[] seen) {
        this.articles = articles;
        this.seen = seen;
    }

    /** What is known after one more article of the outlet, given as it was before anything was dropped. */
    public OutletBoilerplate learn(String text) {
        Map<Long, Integer> next = new HashMap<>();
        for (long each : seen) {
            next.put(each & ~COUNT, (int) (each & COUNT));
        }
        Set<Long> once = new HashSet<>();
        List<String> all = paragraphs(text);
        for (int i = 0; i < all.size(); i++) {
            String paragraph = all.get(i);
            if (i >= FIRST && i < all.size() - LAST) {
                continue;
            }
            long hash = hash(paragraph);
            if (paragraph.length() <= LONGEST && once.add(hash) && (next.size() < MOST || next.containsKey(hash))) {
                next.merge(hash, 1, Integer::sum);
            }
        }
        int count = articles + 1;
        if (count >= FADE_AT || next.size() >= MOST) {
            next.replaceAll((hash, times) -> times / 2);
            next.values().removeIf(times -> times == 0);
            count /= 2;
        }
        long[] packed = next.entrySet().stream()
                .mapToLong(e -> e.getKey() | e.getValue())
                .sorted()
                .toArray();
        return new OutletBoilerplate(count, packed);
    }

    /** {@code text} without the paragraphs the outlet repeats; unchanged when they are more than half of it. */
    public String strip(String text) {
        List<String> kept = new ArrayList<>();
        int left = 0;
        for (String paragraph : paragraphs(text)) {
            if (!isRepeated(paragraph)) {
                kept.add(paragraph);
                left += paragraph.length();
            }
        }
        return left * 2 < text.length() ? text : String.join("\n\n", kept);
    }

    /** This value as bytes, at most 5 KB. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + Integer.BYTES + seen.length * Long.BYTES);
        out.put(FORMAT).putInt(articles).asLongBuffer().put(seen);
        return out.array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static OutletBoilerplate decode(byte[] bytes) {
        int head = 1 + Integer.BYTES;
        if (bytes.length < head || bytes[0] != FORMAT || (bytes.length - head) % Long.BYTES != 0) {
            throw new IllegalArgumentException("not what an outlet repeats: " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int articles = in.getInt();
        long[] seen = new long[(bytes.length - head) / Long.BYTES];
        in.asLongBuffer().get(seen);
        return new OutletBoilerplate(articles, seen);
    }

    private boolean isRepeated(String paragraph) {
        long hash = hash(paragraph);
        int at = Arrays.binarySearch(seen, hash);
        int next = at < 0 ? -at - 1 : at;
        int times = next < seen.length && (seen[next] & ~COUNT) == hash ? (int) (seen[next] & COUNT) : 0;
        return times >= MANY && times >= SHARE * articles;
    }

    private static List<String> paragraphs(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n\n", -1));
    }

    /** FNV-1a of the letters, its lowest bits empty. */
    private static long hash(String paragraph) {
        long hash = 0xcbf29ce484222325L;
        String letters = PlainText.letters(paragraph);
        for (int i = 0; i < letters.length(); i++) {
            hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
        }
        return hash << COUNT_BITS;
    }
}
