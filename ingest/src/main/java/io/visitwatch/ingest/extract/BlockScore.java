package io.visitwatch.ingest.extract;

import java.util.List;

/** How much each block looks like a piece of an article: positive for prose, negative for what stands around it. */
final class BlockScore {
    /** A teaser is short; longer prose under a linked heading is a post in its own right. */
    private static final int TEASER_WEIGHT = 320;

    private static final int TEASER_BLOCKS = 8;

    private static final int TITLE_WEIGHT = 130;

    private BlockScore() {}

    /** Scores of all blocks of a page. */
    static double[] of(Outline outline) {
        List<TextBlock> blocks = outline.blocks;
        double[] scores = new double[blocks.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = of(blocks.get(i));
        }
        for (int i = 0; i + 1 < scores.length; i++) {
            if (isLinkedHeading(blocks.get(i))) {
                teaser(outline, i, scores, TEASER_BLOCKS);
            } else if (isLinkedLine(blocks.get(i))) {
                teaser(outline, i, scores, 4);
            }
        }
        return scores;
    }

    private static boolean isLinkedHeading(TextBlock block) {
        return (block.kind() == ElementKind.HEADING || block.kind() == ElementKind.HEADLINE) && block.linkShare() > 0.9;
    }

    private static boolean isLinkedLine(TextBlock block) {
        return block.kind() == ElementKind.BLOCK && block.linkShare() > 0.9 && block.weight() < TITLE_WEIGHT;
    }

    /** Linked heading and a short text in one small box of their own: another article's teaser, worse than nothing. */
    private static void teaser(Outline outline, int heading, double[] scores, int most) {
        for (int i = heading + 1; i < Math.min(heading + 5, scores.length); i++) {
            TextBlock block = outline.blocks.get(i);
            int box = outline.common(outline.blocks.get(heading).owner(), block.owner());
            if (outline.to[box] - outline.from[box] > most
                    || block.weight() > TEASER_WEIGHT
                    || block.kind() == ElementKind.HEADLINE
                    || isLinkedHeading(block)) {
                return;
            }
            scores[i] = -Math.abs(scores[i]) * 0.3;
        }
    }

    static boolean isProse(TextBlock block) {
        if (block.linkShare() > 0.6) {
            return false;
        }
        if (block.kind() == ElementKind.PARAGRAPH || block.kind() == ElementKind.QUOTE) {
            return block.weight() >= 60 || (block.weight() >= 25 && block.endsSentence());
        }
        return block.weight() >= 60 && block.sentences() > 0;
    }

    private static boolean isCookieNote(String text) {
        return text.contains("ookies") || text.contains("çerez") || text.contains("Çerez");
    }

    static double of(TextBlock block) {
        if (block.kind() == ElementKind.HEADING || block.kind() == ElementKind.HEADLINE) {
            return block.linkShare() > 0.9 ? -20 : -5;
        }
        if (!isProse(block)) {
            if (block.linkShare() <= 0.3 && (block.kind() == ElementKind.CELL || block.kind() == ElementKind.ITEM)) {
                return block.kind() == ElementKind.CELL ? -0.2 : -2; // lists and tables belong to many bodies
            }
            return -15 - (block.linkShare() > 0.6 ? 0.25 : 0.1) * block.weight();
        }
        double score = block.weight() - 2.0 * block.linkWeight();
        if (score > 0 && block.text().length() < 600 && isCookieNote(block.text())) {
            return -score;
        }
        return switch (block.kind()) {
            case PARAGRAPH, QUOTE, PREFORMATTED -> score;
            case ITEM, CELL -> score * 0.6;
            default -> score * 0.8;
        };
    }
}
