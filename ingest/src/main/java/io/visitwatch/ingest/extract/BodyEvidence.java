package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets other witnesses speak for blocks: text that JSON-LD or the feed calls the article counts more where it stands in the page,
 * so the element that holds it wins. Witnesses are often cut short, so what they leave out loses nothing.
 */
final class BodyEvidence {
    private static final double WITNESSED = 2.0;
    /** Letters of a block that must be found in a witness's text. */
    private static final int PROBE = 40;
    /** Bounds of the search, far beyond any article, for pages made to cost time. */
    private static final int MAX_KNOWN = 60_000;

    private static final int MAX_PROBES = 2_000;

    private BodyEvidence() {}

    /**
     * Raises the scores of blocks found in {@code body} or beginning {@code description}.
     *
     * @return index of the element that holds all blocks found in {@code body}; -1 when fewer than two were found
     */
    static int apply(Outline outline, double[] scores, @Nullable String body, @Nullable String description) {
        String known = body == null ? "" : PlainText.letters(body.substring(0, Math.min(body.length(), MAX_KNOWN)));
        String teaser = description == null ? "" : PlainText.letters(description);
        if (known.length() < 200 && teaser.length() < PROBE) {
            return -1;
        }
        int found = 0;
        int holder = -1;
        int probes = 0;
        List<TextBlock> blocks = outline.blocks;
        for (int i = 0; i < scores.length; i++) {
            TextBlock block = blocks.get(i);
            if (scores[i] <= 0 || block.weight() < PROBE + 10) {
                continue;
            }
            if (++probes > MAX_PROBES) {
                break;
            }
            String probe = probe(block.text());
            if (known.length() >= 200 && known.contains(probe)) {
                scores[i] *= WITNESSED;
                holder = found++ == 0 ? block.owner() : outline.common(holder, block.owner());
            } else if (teaser.startsWith(probe)) {
                scores[i] += 200;
            }
        }
        return found < 2 ? -1 : holder;
    }

    private static String probe(String text) {
        StringBuilder out = new StringBuilder(PROBE);
        for (int i = 0; i < text.length() && out.length() < PROBE; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }
}
