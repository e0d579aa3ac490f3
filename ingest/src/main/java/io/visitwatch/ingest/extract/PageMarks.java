package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** What the markup of a page says beside its text, collected in the one walk: metadata, scripts with data, marked dates and names. */
final class PageMarks {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST = 200;

    /** First content of each {@code meta} by lower-case name, property or itemprop. */
    final Map<String, String> metas = new HashMap<>();
    /** Sources of {@code application/ld+json} scripts. */
    final List<String> jsonLd = new ArrayList<>();
    /** Sources of {@code application/json} scripts: the state some pages build their text from. */
    final List<String> states = new ArrayList<>();
    /** {@code time} elements of the page. */
    final List<Element> times = new ArrayList<>();
    /** First element of each itemprop in the page. */
    final Map<String, Element> itemprops = new HashMap<>();
    /** Elements whose class or rel names an author. */
    final List<Element> bylines = new ArrayList<>();
    /** Elements whose class tells a date. */
    final List<Element> dates = new ArrayList<>();
    /** {@code h1} elements. */
    final List<Element> headlines = new ArrayList<>();
    /** Elements whose class says they hold a headline, in order. */
    final List<Element> named = new ArrayList<>();

    @Nullable String canonical;

    /** The page's own title, on one line. */
    String title = "";

    /** Reads {@code head}: metadata stands among its children. */
    void readHead(Document document) {
        for (Node child : document.head().childNodes()) {
            if (child instanceof Element element) {
                read(element);
            }
        }
    }

    /** Reads one element that carries no text: metadata may stand in the body where the head was cut short. */
    void read(Element element) {
        switch (element.normalName()) {
            case "meta" -> meta(element);
            case "script" -> script(element);
            case "link" -> link(element);
            case "title" -> title = title.isEmpty() ? PlainText.line(element.text()) : title;
            default -> {}
        }
    }

    private void meta(Element element) {
        String content = element.attr("content");
        if (content.isBlank()) {
            return;
        }
        for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
            String name = element.attr(key);
            if (!name.isEmpty() && metas.size() < 500) {
                metas.putIfAbsent(name.toLowerCase(Locale.ROOT).strip(), content);
            }
        }
    }

    private void script(Element element) {
        String type = element.attr("type");
        if (type.isEmpty() || !type.toLowerCase(Locale.ROOT).contains("json")) {
            return;
        }
        List<String> to = type.toLowerCase(Locale.ROOT).contains("ld+json") ? jsonLd : states;
        if (to.size() < MOST) {
            to.add(element.data());
        }
    }

    private void link(Element element) {
        String rel = element.attr("rel");
        if (canonical == null && rel.equalsIgnoreCase("canonical")) {
            canonical = element.attr("href");
        }
    }

    /** Notes what an element that carries text says of itself. */
    void note(Element element, ElementKind kind, int names) {
        if (kind == ElementKind.HEADLINE) {
            add(headlines, element);
        }
        if (element.normalName().equals("time")) {
            add(times, element);
        }
        if (element.attributesSize() == 0) {
            return;
        }
        if ((names & ElementName.BYLINE) != 0
                || (kind == ElementKind.LINK && element.attr("rel").equals("author"))) {
            add(bylines, element);
        }
        if ((names & ElementName.HEADLINE) != 0 && kind != ElementKind.LINK) {
            add(named, element);
        }
        if ((names & ElementName.DATE) != 0) {
            add(dates, element);
        }
        String itemprop = element.attr("itemprop");
        if (!itemprop.isEmpty() && itemprops.size() < MOST) {
            for (String name : SPACES.split(itemprop, -1)) {
                itemprops.putIfAbsent(name, element);
            }
        }
    }

    private static void add(List<Element> to, Element element) {
        if (to.size() < MOST) {
            to.add(element);
        }
    }

    /** The first meta content stated under one of {@code names}; null when none is. */
    @Nullable String meta(String... names) {
        for (String name : names) {
            String content = metas.get(name);
            if (content != null) {
                return content;
            }
        }
        return null;
    }
}
