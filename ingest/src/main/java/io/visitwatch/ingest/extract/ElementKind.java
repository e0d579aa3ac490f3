package io.visitwatch.ingest.extract;

import java.util.HashMap;
import java.util.Map;

/** What an HTML element means for reading text. */
enum ElementKind {
    /** Never article text: scripts, controls, embedded documents. */
    SKIP,
    /** Part of the running text. */
    INLINE,
    LINK,
    BREAK,
    PARAGRAPH,
    /** Main heading of the page. */
    HEADLINE,
    /** Heading of a section. */
    HEADING,
    ITEM,
    LIST,
    QUOTE,
    PREFORMATTED,
    CELL,
    TABLE,
    CAPTION,
    /** Beside or below the article by its own name: {@code aside}, {@code footer}, {@code nav}. */
    BESIDE,
    ARTICLE,
    MAIN,
    BLOCK;

    private static final Map<String, ElementKind> BY_NAME = new HashMap<>();

    static {
        put(
                SKIP,
                "script style noscript template iframe object embed applet svg canvas audio video select option optgroup datalist textarea");
        put(
                SKIP,
                "button input meter progress map head title meta link base param source track frame frameset noframes dialog");
        put(LINK, "a");
        put(BREAK, "br");
        put(PARAGRAPH, "p");
        put(HEADLINE, "h1");
        put(HEADING, "h2 h3 h4 h5 h6");
        put(ITEM, "li");
        put(LIST, "ul ol dl menu");
        put(QUOTE, "blockquote");
        put(PREFORMATTED, "pre");
        put(CELL, "td th dt dd");
        put(TABLE, "table");
        put(CAPTION, "figcaption caption");
        put(BESIDE, "aside footer nav header");
        put(ARTICLE, "article");
        put(MAIN, "main");
        put(
                BLOCK,
                "html body div section form fieldset legend address center figure details summary hgroup hr tr tbody thead tfoot");
    }

    private static void put(ElementKind kind, String names) {
        for (String name : names.split(" ", -1)) {
            BY_NAME.put(name.intern(), kind); // the same strings as the names of jsoup's own elements
        }
    }

    /** The kind of the element called {@code name} (lower case); unknown names are part of the running text. */
    static ElementKind of(String name) {
        return BY_NAME.getOrDefault(name, INLINE);
    }

    boolean isInline() {
        return this == INLINE || this == LINK;
    }
}
