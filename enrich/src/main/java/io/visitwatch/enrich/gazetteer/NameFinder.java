package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    private static final Comparator<Hit> BY_START = Comparator.comparingInt(Hit::start);
    private static final Comparator<Hit> LONGEST_FIRST =
            Comparator.comparingInt(Hit::length).reversed().thenComparing(BY_START);

    private final NameIndex index;
    private final WordFilter filter;

    NameFinder(NameIndex index) {
        this.index = index;
        this.filter = index.filter();
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
        Walk walk = new Walk(text, filter);
        for (int word = 0; word < walk.words.size(); word++) {
            walk.at(word, particles);
        }
        return longest(walk.hits);
    }

    /** Whether a form is found that the filter accepts, particles glued before it or not. */
    boolean any(String text, Filter filter) {
        Walk walk = new Walk(text, filter);
        for (int word = 0; word < walk.words.size() && walk.hits.isEmpty(); word++) {
            walk.at(word, true);
        }
        return !walk.hits.isEmpty();
    }

    /** One walk over one text. */
    private final class Walk {
        private final String text;
        private final Filter accepted;
        private final TextWords words;
        private final List<Hit> hits = new ArrayList<>();

        Walk(String text, Filter accepted) {
            this.text = text;
            this.accepted = accepted;
            this.words = TextWords.of(text);
        }

        /** Finds the forms that begin with a word. */
        void at(int word, boolean particles) {
            int start = words.start(word);
            from(word, start, TextHash.first(words.hash(word)), "");
            if (particles
                    && words.end(word) - start > SHORTEST_AFTER_PARTICLE
                    && GluedParticles.mayBeGlued(text.charAt(start))) {
                withoutParticles(word);
            }
        }

        private void withoutParticles(int word) {
            int cut = words.start(word);
            int end = words.end(word);
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
                from(word, start, TextHash.first(TextHash.word(lead, text, start, end)), lead);
            }
        }

        /** Adds the forms that begin at {@code start} in a word, whose letters from there on hash to {@code hash}. */
        private void from(int word, int start, long hash, String lead) {
            if (filter.mayBe(hash)) {
                look(word, start, words.end(word), hash, lead);
            }
            if (filter.mayBegin(hash)) {
                extend(word, start, hash, lead);
            }
        }

        private void extend(int word, int start, long firstHash, String lead) {
            long hash = firstHash;
            int wordStart = start;
            int most = Math.min(words.size(), word + LONGEST_FORM_IN_WORDS);
            for (int next = word + 1; next < most; next++) {
                int end = words.end(next - 1);
                if (!WordUnits.joins(text, end, words.start(next), end - wordStart)) {
                    return;
                }
                hash = TextHash.then(hash, words.hash(next));
                look(word, start, words.end(next), hash, lead);
                if (!filter.mayGoOn(hash)) {
                    return;
                }
                wordStart = words.start(next);
            }
        }

        private void look(int word, int start, int end, long hash, String lead) {
            int form = index.find(hash, lead, text, start, end);
            if (form >= 0 && accepted.accepts(form, start, end)) {
                hits.add(new Hit(form, start, end, words.start(word), withEnding(text, end)));
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

    /** Keeps the longer of overlapping hits, which are given in the order of their starts; hits over the same words stay together. */
    private static List<Hit> longest(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>(hits.size());
        int from = 0;
        while (from < hits.size()) {
            int end = hits.get(from).end;
            int to = from + 1;
            while (to < hits.size() && hits.get(to).start < end) {
                end = Math.max(end, hits.get(to).end);
                to++;
            }
            if (to == from + 1) {
                kept.add(hits.get(from));
            } else {
                kept.addAll(longestOf(hits.subList(from, to)));
            }
            from = to;
        }
        return kept;
    }

    private static List<Hit> longestOf(List<Hit> overlapping) {
        List<Hit> bySize = new ArrayList<>(overlapping);
        bySize.sort(LONGEST_FIRST);
        List<Hit> kept = new ArrayList<>(bySize.size());
        for (Hit hit : bySize) {
            if (isFree(hit, kept)) {
                kept.add(hit);
            }
        }
        kept.sort(BY_START);
        return kept;
    }

    private static boolean isFree(Hit hit, List<Hit> taken) {
        for (Hit other : taken) {
            if (hit.start < other.end && other.start < hit.end && !sameWords(hit, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameWords(Hit hit, Hit other) {
        return hit.start == other.start && hit.end == other.end;
    }
}
