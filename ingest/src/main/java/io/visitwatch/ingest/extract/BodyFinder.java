package io.visitwatch.ingest.extract;

import java.util.List;

/**
 * Finds the element that holds the article: the one whose blocks add up to most, where prose counts for an element and everything
 * else against it. An element that holds the pieces of a body cut by advertisements adds up to more than any piece.
 */
final class BodyFinder {
    /** What an element inside something dropped is worth beside one in the open. */
    private static final double DROPPED = 0.3;

    private static final double NAMED_BODY = 1.6;
    private static final double ARTICLE = 1.15;
    /** What an element that ends before the headline is worth. */
    private static final double BEFORE_HEADLINE = 0.6;

    /** Share of a page's prose in one dropped element that says its name misleads. */
    private static final double WRAPPER = 0.6;
    /** Blocks after the headline within which a body begins. */
    private static final int NEAR = 30;

    private static final double NEAR_HEADLINE = 1.2;

    /** Share of a container's score that one element inside must hold to stand for it. */
    private static final double CORE = 0.88;

    /** Score of a text long enough to be an article. */
    private static final double SUBSTANTIAL = 250;

    private final Outline outline;
    private final int headline;
    /** For each number of drops around: running sums of block scores up to a block. */
    private final double[][] sums;

    /** Elements inside something dropped that nevertheless holds most of the page's text: a wrapper with a misleading name. */
    private final boolean[] vindicated;

    private BodyFinder(Outline outline, double[] scores, int headline) {
        this.outline = outline;
        this.headline = headline;
        vindicated = new boolean[outline.size];
        List<TextBlock> blocks = outline.blocks;
        sums = new double[Outline.MAX_DROP + 1][blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            for (int level = 0; level <= Outline.MAX_DROP; level++) {
                boolean seen = blocks.get(i).drops() <= level && !blocks.get(i).comments();
                sums[level][i + 1] = sums[level][i] + (seen ? scores[i] : 0);
            }
        }
        vindicate(scores);
    }

    /**
     * Index of the element that holds the article, or -1 when no element holds text worth reading.
     *
     * @param headline block of the headline, -1 when not known
     * @param witnessed element that holds all the text another witness calls the article, -1 when there is none
     */
    static int find(Outline outline, double[] scores, int headline, int witnessed) {
        BodyFinder finder = new BodyFinder(outline, scores, headline);
        int best = finder.best();
        if (best < 0) {
            return best;
        }
        best = finder.core(best);
        boolean narrower = witnessed > best && outline.within(witnessed, best) && finder.standsAlone(witnessed, best);
        return narrower ? witnessed : finder.oneOfMany(best);
    }

    /** The innermost element that holds nearly all of what {@code best} holds: what it leaves out is rather beside the article. */
    private int core(int best) {
        double enough = CORE * sum(best);
        int core = best;
        for (int i = best + 1; i < outline.size && outline.parent[i] >= best; i++) {
            if (outline.parent[i] == core
                    && outline.drops[i] == outline.drops[core]
                    && isBox(outline.elements[i].normalName())
                    && sum(i) >= enough) {
                core = i;
            }
        }
        return core;
    }

    /** True when nothing else in {@code best} looks like another piece of what {@code piece} is a piece of. */
    private boolean standsAlone(int piece, int best) {
        String name = outline.elements[piece].className();
        if (name.isEmpty() || score(piece) < SUBSTANTIAL) {
            return false;
        }
        for (int i = best + 1; i < outline.size && outline.parent[i] >= best; i++) {
            boolean apart = outline.to[i] <= outline.from[piece] || outline.from[i] >= outline.to[piece];
            if (apart && score(i) > 0 && outline.elements[i].className().equals(name)) {
                return false;
            }
        }
        return true;
    }

    /** Where several articles stand side by side, the one that holds the headline. */
    private int oneOfMany(int best) {
        if (headline < outline.from[best] || headline >= outline.to[best]) {
            return best;
        }
        int holder = -1;
        int others = 0;
        for (int i = best + 1; i < outline.size && outline.parent[i] >= best; i++) {
            if (!outline.elements[i].normalName().equals("article") || outline.drops[i] > outline.drops[best]) {
                continue;
            }
            if (outline.from[i] <= headline && headline < outline.to[i]) {
                holder = i;
            } else if (score(i) > 0) {
                others++;
            }
        }
        return holder >= 0 && others >= 2 && score(holder) > SUBSTANTIAL ? holder : best;
    }

    private void vindicate(double[] scores) {
        double[] prose = new double[scores.length + 1];
        for (int i = 0; i < scores.length; i++) {
            boolean counts = scores[i] > 0 && !outline.blocks.get(i).comments();
            prose[i + 1] = prose[i] + (counts ? scores[i] : 0);
        }
        double most = WRAPPER * prose[scores.length];
        for (int i = 1; i < outline.size; i++) {
            if (outline.drops[i] > 0) {
                int up = outline.parent[i];
                boolean first = outline.drops[up] == 0;
                boolean around = headline < 0 || (outline.from[i] <= headline && headline < outline.to[i]);
                vindicated[i] = first ? around && prose[outline.to[i]] - prose[outline.from[i]] > most : vindicated[up];
            }
        }
    }

    private int best() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < outline.size; i++) {
            double score = score(i);
            if (score > most || (score == most && best >= 0 && outline.parent[i] == best)) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private static boolean isBox(String name) {
        ElementKind kind = ElementKind.of(name);
        return kind == ElementKind.BLOCK
                || kind == ElementKind.ARTICLE
                || kind == ElementKind.MAIN
                || kind == ElementKind.INLINE;
    }

    private double sum(int element) {
        double[] sum = sums[outline.drops[element]];
        return sum[outline.to[element]] - sum[outline.from[element]];
    }

    private double score(int element) {
        double score = sum(element);
        if (score <= 0) {
            return score;
        }
        if (outline.drops[element] > 0 && !vindicated[element]) {
            score *= DROPPED;
        }
        if ((outline.names[element] & ElementName.BODY) != 0 && isBox(outline.elements[element].normalName())) {
            score *= NAMED_BODY;
        } else if (outline.elements[element].normalName().equals("article")) {
            score *= ARTICLE;
        }
        if (outline.to[element] <= headline) {
            score *= BEFORE_HEADLINE;
        } else if (headline >= 0 && outline.from[element] <= headline + NEAR) {
            score *= NEAR_HEADLINE;
        }
        return score;
    }
}
