package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article and where it was taken from.
 *
 * @param text paragraphs separated by a blank line, may be empty
 * @param evidence {@code dom}, {@code json-ld}, {@code feed}, {@code script} or {@code none}
 * @param blocks indices of the outline's blocks it was made of, empty when taken from elsewhere
 * @param nearHeadline short lines between the headline and the body, in order: where dates and names stand
 */
record Body(String text, String evidence, List<Integer> blocks, List<String> nearHeadline) {
    /** A text for machines must be this much longer than what the page shows to be taken instead. */
    private static final double MUCH_LONGER = 2.5;

    private static final int SUBSTANTIAL = 200;
    private static final int PROBE = 30;

    /** Chooses the body of a page by the agreement of its witnesses. */
    static Body of(Outline outline, PageMarks marks, JsonLd stated, String title, @Nullable EntryHints entry) {
        String feed = entry == null ? "" : HtmlText.paragraphs(entry.content());
        String witness = stated.body() == null ? feed : stated.body();
        double[] scores = BlockScore.of(outline);
        int witnessed = BodyEvidence.apply(outline, scores, witness, marks.meta("og:description", "description"));
        int headline = Headline.find(outline, title);
        int container = BodyFinder.find(outline, scores, headline, witnessed);
        Residue residue = new Residue(title);
        List<Integer> blocks = container < 0 ? List.of() : BodyText.choose(outline, container, residue);
        List<String> near = Headline.around(outline, headline, blocks);
        blocks = withStandfirst(outline, blocks, headline, marks.meta("og:description", "description"), residue);
        String text = join(outline, blocks);
        if (stated.body() != null) {
            String said = HtmlText.paragraphs(stated.body());
            boolean another = witnessed < 0 && said.length() > 4 * SUBSTANTIAL && !shares(text, said);
            if (said.length() > SUBSTANTIAL && (another || said.length() > MUCH_LONGER * text.length())) {
                return new Body(said, "json-ld", List.of(), near);
            }
        }
        if (feed.length() > SUBSTANTIAL && feed.length() > MUCH_LONGER * text.length()) {
            return new Body(feed, "feed", List.of(), near);
        }
        if (text.length() < SUBSTANTIAL && !marks.states.isEmpty()) {
            String state = PageState.text(marks.states);
            if (state.length() > SUBSTANTIAL) {
                return new Body(state, "script", List.of(), near);
            }
        }
        return new Body(text, text.isEmpty() ? "none" : "dom", blocks, near);
    }

    private static List<Integer> withStandfirst(
            Outline outline, List<Integer> blocks, int headline, @Nullable String description, Residue residue) {
        int standfirst =
                blocks.isEmpty() ? -1 : Standfirst.find(outline, headline, blocks.get(0), description, residue);
        if (standfirst < 0) {
            return blocks;
        }
        List<Integer> all = new ArrayList<>(blocks);
        all.add(0, standfirst);
        return all;
    }

    /** This body, or what the page holds without showing it where it shows next to nothing. */
    Body orUnshown(Document document) {
        if (text.length() >= SUBSTANTIAL) {
            return this;
        }
        String unshown = Unshown.text(document);
        boolean more = unshown.length() > SUBSTANTIAL && unshown.length() > MUCH_LONGER * text.length();
        return more ? new Body(unshown, "script", List.of(), nearHeadline) : this;
    }

    /** True when a stretch from the middle of what is said stands in the text: they are the same article. */
    private static boolean shares(String text, String said) {
        String letters = PlainText.letters(text);
        String other = PlainText.letters(said);
        for (int part = 1; part < 8; part++) {
            int at = other.length() * part / 8;
            if (at + PROBE <= other.length() && letters.contains(other.substring(at, at + PROBE))) {
                return true;
            }
        }
        return false;
    }

    private static String join(Outline outline, List<Integer> blocks) {
        List<String> lines = new ArrayList<>(blocks.size());
        for (int block : blocks) {
            lines.add(outline.blocks.get(block).text());
        }
        return String.join("\n\n", lines);
    }
}
