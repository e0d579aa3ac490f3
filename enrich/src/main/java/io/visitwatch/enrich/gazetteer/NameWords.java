package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a person's name in the form that compares across scripts: articles dropped, each word as its skeletons.
 *
 * @param words words as folded, without articles
 * @param skeletons skeletons of each word
 * @param tails skeletons of all words but the first, joined: {@code Amir-Abdollahian} and {@code Amirabdollahian} agree; of the
 *     one word where there is only one
 */
record NameWords(List<String> words, List<Set<String>> skeletons, Set<String> tails) {
    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ul", "as", "es", "ash", "esh", "ad", "ed", "ar", "er", "an", "en", "az", "ez", "at", "et",
            "ال");
    private static final int LONGEST_ARTICLE = 3;
    static final int MOST_TAILS = 12;

    /** Reads a folded name. */
    static NameWords of(String folded) {
        List<String> words = new ArrayList<>();
        List<Set<String>> skeletons = new ArrayList<>();
        for (String word : NameIndexBuilder.words(glued(folded)).split(" ", -1)) {
            String bare = bare(word);
            if (!isArticle(bare)) {
                words.add(bare);
                skeletons.add(Skeleton.variants(bare));
            }
        }
        return new NameWords(words, skeletons, tails(skeletons));
    }

    /** Apostrophes inside a name stand for a sound between vowels, not for a gap: {@code Qa'ani}. */
    static String glued(String folded) {
        return folded.replace("'", "");
    }

    static String bare(String word) {
        boolean article = word.length() > 4 && word.startsWith("ال");
        return article ? word.substring(2) : word;
    }

    /** Whether nothing of a name is in the word. */
    static boolean isArticle(String bare) {
        return bare.isEmpty() || (bare.length() <= LONGEST_ARTICLE && ARTICLES.contains(bare));
    }

    private static Set<String> tails(List<Set<String>> skeletons) {
        Set<String> joined = new LinkedHashSet<>();
        joined.add("");
        for (int i = skeletons.size() > 1 ? 1 : 0; i < skeletons.size(); i++) {
            Set<String> longer = new LinkedHashSet<>();
            for (String start : joined) {
                for (String next : skeletons.get(i)) {
                    if (longer.size() < MOST_TAILS) {
                        longer.add(start + (start.isEmpty() || !next.startsWith("A") ? next : next.substring(1)));
                    }
                }
            }
            joined = longer;
        }
        joined.remove("");
        return joined;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether word {@code i} here and word {@code j} there may be one word. */
    boolean agree(int i, NameWords other, int j) {
        return sameWord(words.get(i), skeletons.get(i), other.words.get(j), other.skeletons.get(j));
    }

    private static boolean sameWord(String one, Set<String> skeletons, String two, Set<String> others) {
        if (one.equals(two)) {
            return true;
        }
        if (skeletons.stream().noneMatch(skeleton -> skeleton.length() > 1 && others.contains(skeleton))) {
            return false;
        }
        return !latin(one) || !latin(two) || near(one, two);
    }

    private static boolean latin(String word) {
        return word.charAt(0) < 0x250;
    }

    /** Two spellings in one script differ by vowels and doublings, not beyond recognition. */
    private static boolean near(String one, String two) {
        int distance = distance(one, two);
        return distance * 5 <= 2 * Math.max(one.length(), two.length());
    }

    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[two.length()];
    }
}
