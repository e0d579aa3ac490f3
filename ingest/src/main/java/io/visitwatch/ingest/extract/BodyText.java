package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the blocks of the article inside the element that holds it: prose always, and between the first and the last prose also
 * what belongs to it by standing in the same flow (short lines, list items, table cells, headings that head something).
 */
final class BodyText {
    private static final double LINK_LIST = 0.4;
    /** Items longer than this tell something themselves. */
    private static final int LINK_ITEM = 100;

    /** Text that names inside the body take away, beside what they leave, that says they mislead. */
    private static final double MISLED = 3;
    /** Share of a body that may stand below the heading of a tail and still be one. */
    private static final double TAIL = 0.3;
    /** The same below a line that is no heading. */
    private static final double LINE_TAIL = 0.12;

    private final Outline outline;
    private final int container;
    private final Residue residue;
    /** Blocks inside more dropped elements than this are left out. */
    private final int level;

    private final boolean[] kept;
    private final int from;
    private final int to;
    private final Map<Integer, Boolean> linkLists = new HashMap<>();
    /** Elements whose running text holds kept prose. */
    private final Set<Integer> flows = new HashSet<>();

    private BodyText(Outline outline, int container, Residue residue, int level) {
        this.outline = outline;
        this.container = container;
        this.residue = residue;
        this.level = level;
        from = outline.from[container];
        to = outline.to[container];
        kept = new boolean[to - from];
    }

    /** Indices of the article's blocks inside {@code container}, in order. */
    static List<Integer> choose(Outline outline, int container, Residue residue) {
        List<Integer> strict = choose(outline, container, residue, outline.drops[container]);
        int level = outline.drops[container] + 1;
        int dropped = 0;
        for (int i = outline.from[container]; i < outline.to[container]; i++) {
            TextBlock block = outline.blocks.get(i);
            dropped += block.drops() == level && !block.comments() && BlockScore.isProse(block) ? block.weight() : 0;
        }
        // when names inside the body mislead, they take most of it away
        return dropped > MISLED * weight(outline, strict) ? choose(outline, container, residue, level) : strict;
    }

    private static List<Integer> choose(Outline outline, int container, Residue residue, int level) {
        BodyText body = new BodyText(outline, container, residue, level);
        body.keepProse();
        body.keepBetween();
        body.keepHeadings();
        body.cutTail();
        List<Integer> chosen = new ArrayList<>();
        for (int i = body.from; i < body.to; i++) {
            if (body.kept[i - body.from]) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private static int weight(Outline outline, List<Integer> blocks) {
        int weight = 0;
        for (int block : blocks) {
            weight += outline.blocks.get(block).weight();
        }
        return weight;
    }

    private void keepProse() {
        for (int i = from; i < to; i++) {
            TextBlock block = outline.blocks.get(i);
            if (isReadable(block) && !isHeading(block) && BlockScore.isProse(block) && !residue.matches(block)) {
                kept[i - from] = true;
                flows.add(flow(block));
            }
        }
    }

    private void keepBetween() {
        int first = next(0, 1);
        int last = next(kept.length - 1, -1);
        for (int k = first; k >= 0 && k < kept.length; k++) {
            TextBlock block = outline.blocks.get(from + k);
            if (kept[k] || isHeading(block) || !isReadable(block) || residue.matches(block)) {
                continue;
            }
            boolean item = block.kind() == ElementKind.ITEM || block.kind() == ElementKind.CELL;
            boolean inFlow = flows.contains(flow(block)) || (item && block.linkShare() < 0.3 && k < last);
            if (k < last) {
                boolean line = block.kind() != ElementKind.BLOCK || block.endsSentence();
                kept[k] = inFlow && line && (block.linkShare() <= 0.6 || block.kind() == ElementKind.QUOTE);
            } else {
                // after the last prose only a list or table that goes on directly, or a last short sentence
                boolean goesOn = kept[k - 1] && item;
                kept[k] = inFlow
                        && block.linkShare() < 0.3
                        && (goesOn || block.endsSentence() || block.kind() == ElementKind.QUOTE);
            }
        }
    }

    /** A heading stays when kept text follows it before the next heading of its kind. */
    private void keepHeadings() {
        boolean follows = false;
        for (int k = kept.length - 1; k >= 0; k--) {
            TextBlock block = outline.blocks.get(from + k);
            if (kept[k]) {
                follows = true;
            } else if (isHeading(block)) {
                if (follows
                        && isReadable(block)
                        && block.linkShare() <= 0.6
                        && !residue.matches(block)
                        && block.kind() != ElementKind.HEADLINE) {
                    kept[k] = true;
                }
                follows = false;
            }
        }
        int first = next(0, 1);
        if (first >= 0 && isHeading(outline.blocks.get(from + first))) {
            // a heading above everything is the headline or a kicker unless it stands in the body's own flow
            kept[first] = flows.contains(flow(outline.blocks.get(from + first)));
        }
    }

    /** Leaves out what follows a line like "About the author", unless it is so much that the line must mean something else. */
    private void cutTail() {
        int whole = 0;
        for (int k = 0; k < kept.length; k++) {
            whole += kept[k] ? outline.blocks.get(from + k).weight() : 0;
        }
        int before = 0;
        for (int k = 0; k < kept.length; k++) {
            TextBlock block = outline.blocks.get(from + k);
            double rest = 1 - (isHeading(block) ? TAIL : LINE_TAIL);
            if (before > rest * whole
                    && block.drops() <= level
                    && block.linkShare() < 0.9
                    && flows.contains(flow(block))
                    && Residue.opensTail(block)) {
                Arrays.fill(kept, k, kept.length, false);
                return;
            }
            before += kept[k] ? block.weight() : 0;
        }
    }

    private boolean isReadable(TextBlock block) {
        return block.drops() <= level && !block.comments() && !isInLinkList(block);
    }

    /** A list that is mostly links leads elsewhere, whatever its single items look like. */
    private boolean isInLinkList(TextBlock block) {
        if (block.kind() != ElementKind.ITEM) {
            return false;
        }
        int list = block.owner();
        while (list > container && ElementKind.of(outline.elements[list].normalName()) != ElementKind.LIST) {
            list = outline.parent[list];
        }
        return list > container && linkLists.computeIfAbsent(list, this::isLinkList);
    }

    private boolean isLinkList(int list) {
        int weight = 0;
        int linked = 0;
        for (int i = outline.from[list]; i < outline.to[list]; i++) {
            weight += outline.blocks.get(i).weight();
            linked += outline.blocks.get(i).linkWeight();
        }
        int items = Math.max(1, outline.to[list] - outline.from[list]);
        return linked > LINK_LIST * weight && weight / items < LINK_ITEM;
    }

    private static boolean isHeading(TextBlock block) {
        return block.kind() == ElementKind.HEADING || block.kind() == ElementKind.HEADLINE;
    }

    /** The element whose children make up the running text a block belongs to: paragraphs, items and cells stand in one flow. */
    private int flow(TextBlock block) {
        int at = block.owner();
        while (at > container) {
            String name = outline.elements[at].normalName();
            boolean part = name.equals("tr") || name.equals("tbody") || name.equals("thead") || name.equals("tfoot");
            boolean alone = outline.to[at] - outline.from[at] == 1;
            if (!part && !alone && !isPartOfFlow(ElementKind.of(name))) {
                return at;
            }
            at = outline.parent[at];
        }
        return at;
    }

    private static boolean isPartOfFlow(ElementKind kind) {
        return switch (kind) {
            case PARAGRAPH, HEADING, HEADLINE, ITEM, LIST, QUOTE, PREFORMATTED, CELL, TABLE, INLINE, LINK -> true;
            default -> false;
        };
    }

    private int next(int start, int step) {
        for (int k = start; k >= 0 && k < kept.length; k += step) {
            if (kept[k]) {
                return k;
            }
        }
        return -1;
    }
}
