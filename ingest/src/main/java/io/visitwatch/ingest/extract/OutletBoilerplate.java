package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an outlet prints under article after article: a small value, learned from article to article and carried by the caller. A
 * paragraph seen in many of the last articles is no news and is dropped, however well it reads.
 *
 * @param articles articles learned from, halved now and then so that old habits fade
 * @param seen in how many of them each short paragraph stood, by its hash
 */
public record OutletBoilerplate(int articles, Map<Long, Integer> seen) {
    /** Nothing learned yet. */
    public static final OutletBoilerplate EMPTY = new OutletBoilerplate(0, Map.of());

    private static final int LONGEST = 600;
    private static final int MANY = 5;
    private static final double SHARE = 0.25;
    private static final int FADE_AT = 100;
    private static final int MOST = 600;
    /** Paragraphs at the beginning and at the end of an article among which repeated ones stand. */
    private static final int FIRST = 2;

    private static final int LAST = 4;

    public OutletBoilerplate {
        seen = Map.copyOf(seen);
    }

    /** What is known after one more article of the outlet, given as it was before anything was dropped. */
    public OutletBoilerplate learn(String text) {
        Map<Long, Integer> next = new HashMap<>(seen);
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
        return new OutletBoilerplate(count, next);
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

    private boolean isRepeated(String paragraph) {
        int times = seen.getOrDefault(hash(paragraph), 0);
        return times >= MANY && times >= SHARE * articles;
    }

    private static List<String> paragraphs(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n\n", -1));
    }

    private static long hash(String paragraph) {
        long hash = 0xcbf29ce484222325L;
        String letters = PlainText.letters(paragraph);
        for (int i = 0; i < letters.length(); i++) {
            hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
