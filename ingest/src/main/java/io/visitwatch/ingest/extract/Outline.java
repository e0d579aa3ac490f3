package io.visitwatch.ingest.extract;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A page flattened in one walk: its elements in document order with the span of text blocks each holds, and the text blocks
 * themselves. Everything later is arithmetic on these arrays; the tree is not walked again.
 */
final class Outline {
    /** How deep inside dropped elements a block or element may lie and still be told apart. */
    static final int MAX_DROP = 3;

    final List<TextBlock> blocks;
    final Element[] elements;
    /** Index of the parent, -1 for the root. */
    final int[] parent;
    /** First block inside. */
    final int[] from;
    /** First block after. */
    final int[] to;
    /** {@link ElementName} flags. */
    final int[] names;
    /** Number of dropped elements around, itself included, at most {@link #MAX_DROP}. */
    final int[] drops;

    final int size;

    Outline(
            List<TextBlock> blocks,
            Element[] elements,
            int[] parent,
            int[] from,
            int[] to,
            int[] names,
            int[] drops,
            int size) {
        this.blocks = blocks;
        this.elements = elements;
        this.parent = parent;
        this.from = from;
        this.to = to;
        this.names = names;
        this.drops = drops;
        this.size = size;
    }

    /** True when element {@code inner} is {@code outer} or inside it. */
    boolean within(int inner, int outer) {
        int at = inner;
        while (at > outer) {
            at = parent[at];
        }
        return at == outer;
    }

    /** The deepest element that holds both. */
    int common(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            if (x > y) {
                x = parent[x];
            } else {
                y = parent[y];
            }
        }
        return x;
    }

    @Override
    public String toString() {
        return size + " elements, " + blocks.size() + " blocks, drops "
                + Arrays.stream(drops).limit(size).sum();
    }
}
