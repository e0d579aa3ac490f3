package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One walk over a folded text that finds every form of a {@link NameIndex}.
 *
 * <p>A form begins and ends at word boundaries. In Arabic and Hebrew one-letter particles may be glued before it
 * (و ف ب ل ك, ו ב ל מ ה ש כ); after an apostrophe an ending may follow ({@code Bağdat'ta}). Where forms overlap the longer
 * one wins.
 */
final class NameFinder {
    private static final int LONGEST_FORM_IN_WORDS = 12;
    private static final int SHORTEST_AFTER_PARTICLE = 3;
    private static final int LONGEST_ENDING = 6;
    private static final String ARTICLE = "ال";

    private final NameIndex index;
    private final WordFilter words;

    NameFinder(NameIndex index) {
        this.index = index;
        this.words = index.filter();
    }

    /** A form found: its number, its span, and where the word it stands in begins and ends. */
    record Hit(int form, int start, int end, int outerStart, int outerEnd) {
        int length() {
            return end - start;
        }
    }

    /** Decides whether a form may stand where it was found (letter case, language). */
    interface Filter {
        boolean accepts(int form, int start, int end);
    }

    /**
     * Finds forms; overlaps are resolved among those the filter accepts.
     *
     * @param particles whether one-letter particles may be glued before a form
     */
    List<Hit> find(String text, boolean particles, Filter filter) {
        List<Hit> hits = new ArrayList<>();
        int at = WordUnits.nextWord(text, 0);
        while (at < text.length()) {
            int end = endOfFirst(text, at, particles, filter, hits);
            at = WordUnits.nextWord(text, end);
        }
        return longest(hits);
    }

    /** Whether a form is found that the filter accepts, particles glued before it or not. */
    boolean any(String text, Filter filter) {
        List<Hit> hits = new ArrayList<>(1);
        int at = WordUnits.nextWord(text, 0);
        while (at < text.length()) {
            int end = endOfFirst(text, at, true, filter, hits);
            if (!hits.isEmpty()) {
                return true;
            }
            at = WordUnits.nextWord(text, end);
        }
        return false;
    }

    /** Finds the forms that begin with the word at {@code at}; returns the end of that word. */
    private int endOfFirst(String text, int at, boolean particles, Filter filter, List<Hit> hits) {
        long hash = NameIndex.SEED;
        int end = at;
        while (end < text.length() && WordUnits.isWord(text.charAt(end))) {
            hash = NameIndex.step(hash, text.charAt(end));
            end++;
        }
        if (words.mayBegin(hash)) {
            extend(text, at, at, end, hash, "", filter, hits);
        }
        if (particles && end - at > SHORTEST_AFTER_PARTICLE && GluedParticles.mayBeGlued(text.charAt(at))) {
            withoutParticles(text, at, end, filter, hits);
        }
        return end;
    }

    private void withoutParticles(String text, int at, int end, Filter filter, List<Hit> hits) {
        int cut = at;
        for (int depth = 0; depth < 3; depth++) {
            if (!GluedParticles.isGlued(text, cut, depth)) {
                return;
            }
            cut++;
            boolean article = GluedParticles.hidesArticle(text, cut);
            int start = article ? cut + 1 : cut;
            if (end - start < SHORTEST_AFTER_PARTICLE) {
                return;
            }
            String lead = article ? ARTICLE : "";
            long hash = hash(lead, text, start, end);
            if (words.mayBegin(hash)) {
                extend(text, at, start, end, hash, lead, filter, hits);
            }
        }
    }

    private static long hash(String lead, String text, int start, int end) {
        long hash = NameIndex.SEED;
        for (int i = 0; i < lead.length(); i++) {
            hash = NameIndex.step(hash, lead.charAt(i));
        }
        for (int i = start; i < end; i++) {
            hash = NameIndex.step(hash, text.charAt(i));
        }
        return hash;
    }

    /** Adds the forms that begin at {@code start}, whose first word ends at {@code firstEnd} and hashes to {@code firstHash}. */
    private void extend(
            String text,
            int outerStart,
            int start,
            int firstEnd,
            long firstHash,
            String lead,
            Filter filter,
            List<Hit> hits) {
        long hash = firstHash;
        int end = firstEnd;
        int wordStart = start;
        for (int count = 1; count <= LONGEST_FORM_IN_WORDS; count++) {
            int form = index.find(hash, lead, text, start, end);
            if (form >= 0 && filter.accepts(form, start, end)) {
                hits.add(new Hit(form, start, end, outerStart, withEnding(text, end)));
            }
            int next = WordUnits.nextWord(text, end);
            if (next == text.length() || !WordUnits.joins(text, end, next, end - wordStart)) {
                return;
            }
            hash = NameIndex.step(hash, ' ');
            wordStart = next;
            end = next;
            while (end < text.length() && WordUnits.isWord(text.charAt(end))) {
                hash = NameIndex.step(hash, text.charAt(end));
                end++;
            }
            if (!words.mayGoOn(hash)) {
                return;
            }
        }
    }

    private static int withEnding(String text, int end) {
        if (end + 1 >= text.length() || text.charAt(end) != '\'') {
            return end;
        }
        int after = WordUnits.endOfWord(text, end + 1);
        return after > end + 1 && after - end - 1 <= LONGEST_ENDING ? after : end;
    }

    /** Keeps the longer of overlapping hits; hits over the same words stay together. */
    private static List<Hit> longest(List<Hit> hits) {
        if (apart(hits)) {
            return hits;
        }
        List<Hit> bySize = new ArrayList<>(hits);
        bySize.sort(Comparator.comparingInt(Hit::length).reversed().thenComparingInt(Hit::start));
        NavigableMap<Integer, Hit> taken = new TreeMap<>();
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : bySize) {
            Map.Entry<Integer, Hit> before = taken.lowerEntry(hit.end);
            if (before == null || before.getValue().end <= hit.start || sameWords(hit, before.getValue())) {
                taken.put(hit.start, hit);
                kept.add(hit);
            }
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return kept;
    }

    /** Whether no hit begins before the one found before it ends: so most texts have them. */
    private static boolean apart(List<Hit> hits) {
        int end = 0;
        for (Hit hit : hits) {
            if (hit.start < end) {
                return false;
            }
            end = hit.end;
        }
        return true;
    }

    private static boolean sameWords(Hit hit, Hit other) {
        return hit.start == other.start && hit.end == other.end;
    }
}
