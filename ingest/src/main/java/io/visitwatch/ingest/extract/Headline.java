package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Where the headline stands in the page, and what stands around it. */
final class Headline {
    private static final int LINE = 160;
    private static final int MANY = 40;
    /** Letters of a title long enough to be known at the end of a heading, after its kicker. */
    private static final int TELLING = 15;

    private static final int KICKER = 10;

    private Headline() {}

    /** Index of the block that is the headline, -1 when it does not stand in the page. */
    static int find(Outline outline, String title) {
        String letters = PlainText.letters(title);
        int loose = -1;
        int kicked = -1;
        for (int i = 0; i < outline.blocks.size(); i++) {
            TextBlock block = outline.blocks.get(i);
            boolean heading = block.kind() == ElementKind.HEADLINE || block.kind() == ElementKind.HEADING;
            if (!heading || letters.isEmpty() || block.weight() > 2 * letters.length() + KICKER) {
                continue;
            }
            String said = PlainText.letters(block.text());
            if (said.equals(letters)) {
                return i;
            }
            if (kicked < 0 && letters.length() >= TELLING && said.endsWith(letters)) {
                kicked = i;
            }
            if (loose < 0 && block.kind() == ElementKind.HEADLINE && block.linkShare() < 0.5) {
                loose = i;
            }
        }
        return kicked < 0 ? loose : kicked;
    }

    /** Whether {@code text} is all that one of the blocks, or its first line, says. */
    static boolean isShown(Outline outline, String text) {
        String letters = PlainText.letters(text);
        for (TextBlock block : outline.blocks) {
            int line = block.text().indexOf('\n');
            String first = line < 0 ? block.text() : block.text().substring(0, line);
            if (first.length() < LINE
                    && block.linkShare() < 0.5
                    && PlainText.letters(first).equals(letters)) {
                return true;
            }
        }
        return false;
    }

    /** Short lines after the headline up to the body, then the few before the headline, then the few after the body. */
    static List<String> around(Outline outline, int headline, List<Integer> body) {
        List<String> lines = new ArrayList<>();
        int first = body.isEmpty() ? outline.blocks.size() : body.get(0);
        int start = headline >= 0 && headline < first ? headline + 1 : Math.max(0, first - 8);
        add(outline, start, Math.min(first + 6, start + MANY), lines);
        add(outline, Math.max(0, start - 6), start - 1, lines);
        if (!body.isEmpty()) {
            int last = body.get(body.size() - 1);
            add(outline, last, last + 4, lines);
        }
        return lines;
    }

    private static void add(Outline outline, int from, int to, List<String> lines) {
        for (int i = from; i < Math.min(to, outline.blocks.size()); i++) {
            TextBlock block = outline.blocks.get(i);
            if (block.text().length() <= LINE && block.linkShare() < 0.9) {
                lines.add(block.text());
            }
        }
    }
}
