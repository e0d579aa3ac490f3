package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML of items: an allow-list of elements and attributes, absolute http(s) addresses, and plain text out of it. */
final class HtmlCleaner {
    /** Elements whose text is not for reading. */
    private static final String UNREAD = "script, style, applet, template, noscript > style";

    /** Characters of one item's HTML that are read: no article is longer, and mis-nested tags cost time. */
    private static final int MAX_HTML = 1_000_000;

    private static final Set<String> BREAKS = Set.of("br", "tr", "li", "dt", "dd", "hr");

    private static final Safelist SAFE = Safelist.relaxed()
            .removeProtocols("a", "href", "ftp", "mailto")
            .addTags(
                    "abbr", "acronym", "address", "article", "aside", "audio", "bdi", "bdo", "big", "center", "del",
                    "details")
            .addTags(
                    "dfn",
                    "figcaption",
                    "figure",
                    "footer",
                    "header",
                    "hr",
                    "ins",
                    "kbd",
                    "mark",
                    "rp",
                    "rt",
                    "ruby",
                    "s")
            .addTags("samp", "section", "source", "summary", "time", "tt", "var", "video", "wbr")
            .addAttributes(":all", "dir", "lang", "title")
            .addAttributes("audio", "controls", "src")
            .addAttributes("video", "controls", "src", "poster", "width", "height")
            .addAttributes("source", "src", "type")
            .addAttributes("time", "datetime")
            .addProtocols("audio", "src", "http", "https")
            .addProtocols("video", "src", "http", "https")
            .addProtocols("video", "poster", "http", "https")
            .addProtocols("source", "src", "http", "https")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private HtmlCleaner() {}

    /** {@code html} reduced to the allow-list, addresses made absolute from {@code base}. */
    static String clean(String html, String base) {
        Document dirty = parse(html, base);
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        return PlainText.stripControls(clean.body().html());
    }

    private static Document parse(String html, String base) {
        Document parsed = Jsoup.parseBodyFragment(html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html, base);
        parsed.select(UNREAD).remove();
        return parsed;
    }

    /** The text a reader would see, paragraphs separated by a blank line. */
    static String toPlain(String html) {
        StringBuilder out = new StringBuilder(html.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            out.append(text.getWholeText().replaceAll("\\s+", " "));
                        } else if (BREAKS.contains(node.normalName())) {
                            out.append('\n');
                        } else if (isBlock(node)) {
                            out.append("\n\n");
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (isBlock(node) && !BREAKS.contains(node.normalName())) {
                            out.append("\n\n");
                        }
                    }
                },
                parse(html, "").body());
        return PlainText.paragraphs(PlainText.stripControls(out.toString()));
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.isBlock();
    }
}
