package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph that sums the article up between its headline and its body. Pages put it where they put what surrounds an article (a
 * header, a box called teaser), yet it is the article's first sentence and often the only one that says who went where.
 */
final class Standfirst {
    private static final int SHORTEST = 50;
    private static final int LONGEST = 800;
    /** Letters of a sentence that needs no name to be taken for what it is. */
    private static final int TELLING = 80;
    /** Blocks between the headline and the body in which it is looked for. */
    private static final int NEAR = 30;
    /** Letters two texts share from the start when they are the same. */
    private static final int PROBE = 40;

    private Standfirst() {}

    /**
     * Index of the block, -1 when there is none that the page vouches for by its name or by its description of itself.
     *
     * @param first first block of the body
     */
    static int find(Outline outline, int headline, int first, @Nullable String description, Residue residue) {
        if (headline < 0 || first <= headline) {
            return -1;
        }
        String stated = description == null ? "" : PlainText.letters(description);
        for (int i = headline + 1; i < Math.min(first, headline + NEAR); i++) {
            TextBlock block = outline.blocks.get(i);
            if (isSentence(block)
                    && (says(stated, block) || isNamed(outline, block) || sharesHeader(outline, block, headline))
                    && !residue.matches(block)
                    && !isSaidAgain(outline, block, first)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSentence(TextBlock block) {
        return block.weight() >= SHORTEST
                && block.weight() <= LONGEST
                && block.linkShare() < 0.3
                && block.kind() != ElementKind.CAPTION
                && block.kind() != ElementKind.ITEM
                && !block.comments()
                && block.endsSentence();
    }

    private static boolean says(String stated, TextBlock block) {
        String letters = PlainText.letters(block.text());
        int probe = Math.min(PROBE, letters.length());
        return stated.length() >= probe && stated.startsWith(letters.substring(0, probe));
    }

    private static boolean isNamed(Outline outline, TextBlock block) {
        int at = block.owner();
        for (int up = 0; at > 0 && up < 3; up++) {
            if ((outline.names[at] & ElementName.STANDFIRST) != 0) {
                return true;
            }
            if (outline.to[at] - outline.from[at] > 3) {
                return false;
            }
            at = outline.parent[at];
        }
        return false;
    }

    /** A full sentence in the box of the headline itself. */
    private static boolean sharesHeader(Outline outline, TextBlock block, int headline) {
        if (block.weight() < TELLING) {
            return false;
        }
        int at = outline.common(outline.blocks.get(headline).owner(), block.owner());
        for (int up = 0; at > 0 && up < 3; up++) {
            if (outline.elements[at].normalName().equals("header")) {
                return true;
            }
            at = outline.parent[at];
        }
        return false;
    }

    /** Many bodies begin with the same words. */
    private static boolean isSaidAgain(Outline outline, TextBlock block, int first) {
        String letters = PlainText.letters(block.text());
        String probe = letters.substring(0, Math.min(PROBE, letters.length()));
        List<TextBlock> blocks = outline.blocks;
        for (int i = first; i < Math.min(blocks.size(), first + 3); i++) {
            if (PlainText.letters(blocks.get(i).text()).startsWith(probe)) {
                return true;
            }
        }
        return false;
    }
}
