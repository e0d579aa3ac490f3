package io.visitwatch.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes article pages as outlets do: the story somewhere in the middle of everything else. */
final class PageWriter {
    private final Map<String, Furniture> furniture = Furniture.bundled();

    /** The page of one story, with its neighbours as related and most-read links. */
    String write(Published story, List<Published> neighbours) {
        NewsOutlet outlet = story.outlet();
        Furniture words = Objects.requireNonNull(furniture.get(outlet.language()), outlet.language());
        String direction = outlet.rightToLeft() ? "rtl" : "ltr";
        return "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n%s</head>\n<body class=\"%s\">\n%s</body>\n</html>\n"
                .formatted(
                        outlet.language(),
                        direction,
                        head(story),
                        outlet.template().name(),
                        body(story, words, neighbours));
    }

    private static String head(Published story) {
        StringBuilder head = new StringBuilder("<meta charset=\"utf-8\">\n<title>")
                .append(Plain.html(story.title() + " | " + story.outlet().name()))
                .append("</title>\n");
        meta(head, "name", "viewport", "width=device-width, initial-scale=1");
        meta(head, "name", "description", story.summary());
        meta(head, "property", "og:title", story.title());
        meta(head, "property", "og:site_name", story.outlet().name());
        meta(head, "property", "og:type", "article");
        head.append("<link rel=\"canonical\" href=\"").append(story.url()).append("\">\n");
        switch (story.outlet().template()) {
            case CLASSIC -> meta(head, "property", "article:published_time", FeedWriter.iso(story.at()));
            case MAGAZINE ->
                head.append("<script type=\"application/ld+json\">")
                        .append(linkedData(story))
                        .append("</script>\n");
            case MINIMAL -> meta(head, "name", "date", FeedWriter.iso(story.at()));
            case PORTAL -> {} // the date stands in the page alone
        }
        return head.append("<script>window.dataLayer = window.dataLayer || [];</script>\n")
                .append("<style>.ad{border:1px solid} nav li{display:inline}</style>\n")
                .toString();
    }

    private static String linkedData(Published story) {
        ObjectNode data = Json.mapper().createObjectNode();
        data.put("@context", "https://schema.org").put("@type", "NewsArticle");
        data.put("headline", story.title()).put("datePublished", FeedWriter.iso(story.at()));
        data.put("mainEntityOfPage", story.url());
        data.putObject("publisher")
                .put("@type", "Organization")
                .put("name", story.outlet().name());
        return data.toString().replace("<", "\\u003c");
    }

    private static String body(Published story, Furniture words, List<Published> neighbours) {
        return switch (story.outlet().template()) {
            case CLASSIC ->
                top(story, words)
                        + "<main><article><h1>" + Plain.html(story.title()) + "</h1>" + byline(story, words)
                        + share(words)
                        + "<div class=\"article-body\">" + paragraphs(story, words, true) + "</div>"
                        + links("related", words.related(), neighbours) + "</article>\n"
                        + "<aside>" + links("most-read", words.most(), neighbours) + advert(words) + "</aside></main>\n"
                        + bottom(story, words);
            case MAGAZINE ->
                cookie(words)
                        + top(story, words)
                        + "<div id=\"content\"><div class=\"hero\"><h1>" + Plain.html(story.title())
                        + "</h1><p class=\"standfirst\">" + Plain.html(story.summary()) + "</p>" + byline(story, words)
                        + "</div>\n<section class=\"story\">" + paragraphs(story, words, false) + "</section>"
                        + newsletter(words) + links("more", words.related(), neighbours) + "</div>\n"
                        + bottom(story, words);
            case PORTAL ->
                top(story, words)
                        + "<table class=\"layout\"><tr><td class=\"side\">" + links("most", words.most(), neighbours)
                        + advert(words) + "</td>\n<td class=\"main\"><div class=\"title\"><h2>"
                        + Plain.html(story.title()) + "</h2></div>" + byline(story, words) + "<div class=\"text\">"
                        + story.paragraphs().stream().map(Plain::html).collect(Collectors.joining("<br><br>\n"))
                        + "</div>" + share(words) + "<p class=\"comments\">" + Plain.html(words.comments())
                        + "</p></td></tr></table>\n" + bottom(story, words);
            case MINIMAL ->
                "<header><a href=\"/\">" + Plain.html(story.outlet().name()) + "</a></header>\n<h1>"
                        + Plain.html(story.title()) + "</h1>\n" + paragraphs(story, words, false)
                        + "<footer>© " + Plain.html(words.rights()) + "</footer>\n";
        };
    }

    private static String top(Published story, Furniture words) {
        return "<header><div class=\"logo\">" + Plain.html(story.outlet().name()) + "</div><nav><ul>"
                + words.sections().stream()
                        .map(s -> "<li><a href=\"#\">" + Plain.html(s) + "</a></li>")
                        .collect(Collectors.joining())
                + "</ul></nav></header>\n";
    }

    private static String byline(Published story, Furniture words) {
        return "<p class=\"byline\"><span class=\"author\">" + Plain.html(words.by()) + "</span> <time datetime=\""
                + FeedWriter.iso(story.at()) + "\">"
                + FeedWriter.iso(story.at()).substring(0, 10) + "</time></p>\n";
    }

    private static String paragraphs(Published story, Furniture words, boolean advertised) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < story.paragraphs().size(); i++) {
            text.append("<p>")
                    .append(Plain.html(story.paragraphs().get(i)).replace("\n", " "))
                    .append("</p>\n");
            if (advertised && i == 0) {
                text.append(advert(words));
            }
        }
        return text.toString();
    }

    private static String advert(Furniture words) {
        return "<div class=\"ad\"><span>" + Plain.html(words.advert()) + "</span><p>" + Plain.html(words.advertText())
                + "</p></div>\n";
    }

    private static String share(Furniture words) {
        return "<div class=\"share\">" + Plain.html(words.share())
                + " <a href=\"#\">Facebook</a> <a href=\"#\">X</a> <a href=\"#\">Telegram</a></div>\n";
    }

    private static String newsletter(Furniture words) {
        return "<form class=\"newsletter\"><p>" + Plain.html(words.newsletter())
                + "</p><input type=\"email\"></form>\n";
    }

    private static String links(String kind, String head, List<Published> neighbours) {
        return "<div class=\"" + kind + "\"><h3>" + Plain.html(head) + "</h3><ul>"
                + neighbours.stream()
                        .map(n -> "<li><a href=\"" + n.url() + "\">" + Plain.html(n.title()) + "</a></li>")
                        .collect(Collectors.joining())
                + "</ul></div>\n";
    }

    private static String cookie(Furniture words) {
        return "<div id=\"cookie-consent\" class=\"banner\"><p>" + Plain.html(words.cookie()) + "</p><button>"
                + Plain.html(words.accept()) + "</button></div>\n";
    }

    private static String bottom(Published story, Furniture words) {
        return "<footer><p>© " + Plain.html(story.outlet().name()) + ". " + Plain.html(words.rights())
                + "</p><a href=\"#\">" + Plain.html(words.contact()) + "</a></footer>\n";
    }

    private static void meta(StringBuilder head, String attribute, String name, String content) {
        head.append("<meta ")
                .append(attribute)
                .append("=\"")
                .append(name)
                .append("\" content=\"")
                .append(Plain.html(content))
                .append("\">\n");
    }
}
