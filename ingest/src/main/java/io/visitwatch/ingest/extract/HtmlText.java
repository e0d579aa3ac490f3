package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Text of a piece of HTML, or of plain text that may hold some. */
final class HtmlText {
    private HtmlText() {}

    /** {@code html} as plain text, paragraphs separated by a blank line; plain text keeps its own paragraphs. */
    static String paragraphs(String html) {
        if (html.isBlank()) {
            return "";
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return plain(html);
        }
        Outline outline =
                OutlineBuilder.build(Jsoup.parseBodyFragment(html).body(), SiteRules.Rule.NONE, new PageMarks());
        List<TextBlock> blocks = outline.blocks;
        if (blocks.size() == 1) {
            return plain(blocks.get(0).text());
        }
        return blocks.stream().filter(b -> b.drops() == 0).map(TextBlock::text).collect(Collectors.joining("\n\n"));
    }

    private static String plain(String text) {
        return text.lines().map(PlainText::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
