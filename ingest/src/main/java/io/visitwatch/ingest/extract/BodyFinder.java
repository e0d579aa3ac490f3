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

    /** Score of a text long enough to be an article. */
    private static final double SUBSTANTIAL = 250;

    private final Outline outline;
    private final int headline;
    /** For each number of drops around: running sums of block scores up to a block. */
    private final double[][] sums;

    private BodyFinder(Outline outline, double[] scores, int headline) {
        this.outline = outline;
        this.headline = headline;
        List<TextBlock> blocks = outline.blocks;
        sums = new double[Outline.MAX_DROP + 1][blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            for (int level = 0; level <= Outline.MAX_DROP; level++) {
                boolean seen = blocks.get(i).drops() <= level && !blocks.get(i).comments();
                sums[level][i + 1] = sums[level][i] + (seen ? scores[i] : 0);
            }
        }
    }

    /**
     * Index of the element that holds the article, or -1 when no element holds text worth reading.
     *
     * @param headline block of the headline, -1 when not known
     */
    static int find(Outline outline, double[] scores, int headline) {
        BodyFinder finder = new BodyFinder(outline, scores, headline);
        int best = finder.best();
        return best < 0 ? best : finder.oneOfMany(best);
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

    private double score(int element) {
        double[] sum = sums[outline.drops[element]];
        double score = sum[outline.to[element]] - sum[outline.from[element]];
        if (score <= 0) {
            return score;
        }
        if (outline.drops[element] > 0) {
            score *= DROPPED;
        }
        if ((outline.names[element] & ElementName.BODY) != 0 && isBox(outline.elements[element].normalName())) {
            score *= NAMED_BODY;
        } else if (outline.elements[element].normalName().equals("article")) {
            score *= ARTICLE;
        }
        if (outline.to[element] <= headline) {
            score *= BEFORE_HEADLINE;
        }
        return score;
    }
}
