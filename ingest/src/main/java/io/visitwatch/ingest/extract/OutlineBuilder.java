package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import io.visitwatch.ingest.text.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks a page once, without recursion, and builds its {@link Outline}. */
final class OutlineBuilder {
    /** Elements read of one page: enough for any article, a bound for hostile ones. */
    static final int MAX_ELEMENTS = 200_000;

    /** Elements room is made for at first: a small page, or a piece of one. */
    private static final int FIRST = 256;

    private final SiteRules.Rule rule;
    private final PageMarks marks;
    private final List<TextBlock> blocks = new ArrayList<>();
    private Element[] elements = new Element[FIRST];
    private int[] parent = new int[FIRST];
    private int[] from = new int[FIRST];
    private int[] to = new int[FIRST];
    private int[] flags = new int[FIRST];
    private int[] drops = new int[FIRST];
    private ElementKind[] kinds = new ElementKind[FIRST];
    private int size;

    /** The running text not yet in a block. */
    private char[] run = new char[1_024];

    private int length;
    private int weight;
    private int linkWeight;
    private int sentences;
    private int breaks;
    /** Whether an empty line stands before the running text. */
    private boolean afterBreak;

    private int links;
    private int paragraphs;
    private int comments;
    private int current = -1;

    private OutlineBuilder(SiteRules.Rule rule, PageMarks marks) {
        this.rule = rule;
        this.marks = marks;
    }

    /**
     * The outline of everything inside {@code root}.
     *
     * @param marks filled with what the markup says beside the text
     */
    static Outline build(Element root, SiteRules.Rule rule, PageMarks marks) {
        OutlineBuilder builder = new OutlineBuilder(rule, marks);
        builder.walk(root);
        return new Outline(
                builder.blocks,
                builder.elements,
                builder.parent,
                builder.from,
                builder.to,
                builder.flags,
                builder.drops,
                builder.size);
    }

    private void walk(Element root) {
        Node node = root;
        int depth = 0;
        while (true) {
            if (enter(node)) {
                if (node.childNodeSize() > 0) {
                    node = node.childNode(0);
                    depth++;
                    continue;
                }
                leave();
            }
            Node next = depth == 0 ? null : node.nextSibling();
            while (next == null) {
                if (depth == 0) {
                    return;
                }
                node = parentOf(node);
                depth--;
                leave();
                next = depth == 0 ? null : node.nextSibling();
            }
            node = next;
        }
    }

    private static Node parentOf(Node node) {
        Node up = node.parent();
        if (up == null) {
            throw new IllegalStateException("walked out of the tree");
        }
        return up;
    }

    /** True when {@code node} is an element that was opened. */
    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
            return false;
        }
        if (!(node instanceof Element element) || size >= MAX_ELEMENTS) {
            return false;
        }
        ElementKind kind = ElementKind.of(element.normalName());
        if (kind == ElementKind.SKIP) {
            marks.read(element);
            return false;
        }
        if (kind == ElementKind.BREAK) {
            lineBreak();
            return false;
        }
        open(element, kind);
        return true;
    }

    private void open(Element element, ElementKind kind) {
        int name = element.attributesSize() == 0 ? 0 : ElementName.of(element);
        marks.note(element, kind, name);
        boolean drop = drops(element, kind, name);
        boolean inline = kind.isInline();
        if (!inline || drop) {
            flush();
        }
        if (size == elements.length) {
            grow();
        }
        elements[size] = element;
        kinds[size] = kind;
        parent[size] = current;
        from[size] = blocks.size();
        flags[size] = drop ? name | ElementName.DROP : name & ~ElementName.DROP;
        int around = current < 0 ? 0 : drops[current];
        drops[size] = Math.min(Outline.MAX_DROP, around + (drop ? 1 : 0));
        current = size++;
        links += kind == ElementKind.LINK ? 1 : 0;
        paragraphs += kind == ElementKind.PARAGRAPH ? 1 : 0;
        comments += drop && (name & ElementName.COMMENTS) != 0 ? 1 : 0;
    }

    private boolean drops(Element element, ElementKind kind, int name) {
        if (current < 0) {
            return false; // the body element carries the words of the whole site
        }
        if (rule.drops(element)) {
            return true;
        }
        switch (kind) {
            case BESIDE, CAPTION -> {
                return true;
            }
            case HEADLINE, ARTICLE, MAIN -> {
                return false;
            }
            default -> {}
        }
        boolean keep = (name & ElementName.KEEP) != 0;
        if ((name & ElementName.HIDDEN) != 0 || isHidden(element)) {
            return true;
        }
        if ((name & ElementName.COMMENTS) != 0 && !keep && !kind.isInline()) {
            return true;
        }
        if (isBeside(element.attr("role"))) {
            return true;
        }
        boolean ownRules = kind == ElementKind.LINK
                || (kind.isInline() && paragraphs > 0)
                || element.normalName().startsWith("t");
        return (name & ElementName.DROP) != 0 && !keep && (name & ElementName.BODY) == 0 && !ownRules;
    }

    /** Landmarks for screen readers that are never the article. */
    private static boolean isBeside(String role) {
        return switch (role) {
            case "dialog", "alertdialog", "navigation", "complementary", "contentinfo", "search", "menu", "menubar" ->
                true;
            default -> false;
        };
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none");
    }

    private void leave() {
        ElementKind kind = kinds[current];
        boolean drop = (flags[current] & ElementName.DROP) != 0;
        if (!kind.isInline() || drop) {
            flush();
        }
        to[current] = blocks.size();
        links -= kind == ElementKind.LINK ? 1 : 0;
        paragraphs -= kind == ElementKind.PARAGRAPH ? 1 : 0;
        comments -= drop && (flags[current] & ElementName.COMMENTS) != 0 ? 1 : 0;
        current = parent[current];
    }

    private void lineBreak() {
        breaks++;
        if (breaks >= 2) {
            flush(true);
        } else if (length > 0) {
            reserve(1);
            while (length > 0 && run[length - 1] == ' ') {
                length--;
            }
            run[length++] = '\n';
        }
    }

    private void append(String text) {
        int before = weight;
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0xa0) {
                if (length > 0 && run[length - 1] > ' ') {
                    run[length++] = ' ';
                }
                continue;
            }
            if (c >= 0x80 && PlainText.isInvisible(c)) {
                continue;
            }
            breaks = 0;
            run[length++] = c;
            weight += c >= 0x0e00 && Character.isLetter(c) ? Script.weight(c) : 1;
            sentences += TextBlock.isClauseMark(c) ? 1 : 0;
        }
        if (links > 0) {
            linkWeight += weight - before;
        }
    }

    private void reserve(int more) {
        if (length + more > run.length) {
            run = Arrays.copyOf(run, Math.max(2 * run.length, length + more));
        }
    }

    private void flush() {
        flush(false);
    }

    /**
     * Ends a block.
     *
     * @param broken true when an empty line ends it: what stands between empty lines is a paragraph whatever holds it
     */
    private void flush(boolean broken) {
        breaks = 0;
        if (weight > 0) {
            int owner = Math.max(current, 0);
            String text = new String(run, 0, length).strip();
            ElementKind role = role(owner);
            ElementKind kind = role == ElementKind.BLOCK && (broken || afterBreak) ? ElementKind.PARAGRAPH : role;
            blocks.add(new TextBlock(text, kind, owner, drops[owner], comments > 0, weight, linkWeight, sentences));
        }
        afterBreak = broken;
        length = 0;
        weight = 0;
        linkWeight = 0;
        sentences = 0;
    }

    /** The nearest element around that gives text a role; a paragraph inside a list item or a quotation is a paragraph. */
    private ElementKind role(int owner) {
        for (int at = owner; at >= 0; at = parent[at]) {
            switch (kinds[at]) {
                case PARAGRAPH, HEADLINE, HEADING, ITEM, QUOTE, PREFORMATTED, CELL, CAPTION -> {
                    return kinds[at];
                }
                case ARTICLE, MAIN, LIST, TABLE, BESIDE -> {
                    return ElementKind.BLOCK;
                }
                default -> {}
            }
        }
        return ElementKind.BLOCK;
    }

    private void grow() {
        int length = size * 2;
        elements = Arrays.copyOf(elements, length);
        kinds = Arrays.copyOf(kinds, length);
        parent = Arrays.copyOf(parent, length);
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        flags = Arrays.copyOf(flags, length);
        drops = Arrays.copyOf(drops, length);
    }
}
