package io.visitwatch.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands around every page: navigation, search, languages, state of the live stream, help. */
final class Layout {
    /** The pages, by path, with the key of their name. */
    private static final Map<String, String> PAGES = pages();

    private Layout() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/", "now");
        pages.put("/timeline", "timeline");
        pages.put("/feeds", "feeds");
        pages.put("/rules", "rules");
        pages.put("/replay", "replay");
        return pages;
    }

    /**
     * One page.
     *
     * @param title its name
     * @param content its content
     * @param position where the live stream goes on; null when the page is not live
     */
    static String page(Frame frame, String title, Html content, @Nullable String position) {
        Messages words = frame.messages();
        Html html = new Html();
        html.open("html", "lang", words.language(), "dir", Messages.direction(words.language()));
        head(frame, html, title);
        body(frame, html, position);
        html.tag("a", frame.say("skip"), "href", "#content", "class", "skip");
        header(frame, html);
        html.tag("p", "", "id", "live", "role", "status", "aria-live", "polite");
        html.open("main", "id", "content", "tabindex", "-1").add(content).close("main");
        footer(frame, html);
        help(frame, html);
        return "<!doctype html>" + html.close("body").close("html");
    }

    private static void head(Frame frame, Html html, String title) {
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.tag("title", title + " · Visitwatch");
        html.open("link", "rel", "stylesheet", "href", Assets.address("app.css"));
        html.open("link", "rel", "icon", "type", "image/svg+xml", "href", Assets.address("icon.svg"));
        html.open(
                "link",
                "rel",
                "alternate",
                "type",
                "application/atom+xml",
                "href",
                "/alerts.atom",
                "title",
                frame.say("feed"));
        html.tag("script", "", "src", Assets.address("app.js"), "defer", "").close("head");
    }

    private static void body(Frame frame, Html html, @Nullable String position) {
        html.open(
                "body",
                "data-live",
                position == null ? null : "1",
                "data-position",
                position == null || position.isEmpty() ? null : position,
                "data-connected",
                frame.say("live.connected"),
                "data-disconnected",
                frame.say("live.disconnected"),
                "data-again",
                frame.say("live.again"),
                "data-changed",
                frame.say("live.changed"),
                "data-yours",
                frame.say("time.yours"));
    }

    private static void header(Frame frame, Html html) {
        html.open("header")
                .open("a", "href", frame.href("/"), "class", "brand")
                .text("Visitwatch")
                .close("a");
        html.open("nav", "aria-label", frame.say("nav"));
        PAGES.forEach((path, key) -> html.tag(
                "a",
                frame.say("page." + key),
                "href",
                frame.href(path),
                "aria-current",
                path.equals(frame.path()) ? "page" : null));
        html.close("nav");
        html.open("form", "role", "search", "action", "/", "method", "get", "class", "search");
        if (!frame.asked("lang").isEmpty()) {
            html.open(
                    "input",
                    "type",
                    "hidden",
                    "name",
                    "lang",
                    "value",
                    frame.messages().language());
        }
        html.tag("label", frame.say("search"), "for", "search", "class", "unseen");
        html.open(
                "input",
                "id",
                "search",
                "type",
                "search",
                "name",
                "visitor",
                "value",
                frame.asked("visitor"),
                "placeholder",
                frame.say("search"),
                "dir",
                "auto");
        html.tag("button", frame.say("search.do")).close("form");
        html.open("p", "class", "stream", "id", "stream").close("p").close("header");
    }

    private static void footer(Frame frame, Html html) {
        html.open("footer").tag("p", frame.say("footer"));
        html.open("nav", "aria-label", frame.say("languages"));
        Messages.LANGUAGES.forEach((code, name) -> {
            Map<String, String> query = new LinkedHashMap<>(frame.query());
            query.put("lang", code);
            String[] pairs = query.entrySet().stream()
                    .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                    .toArray(String[]::new);
            html.tag(
                    "a",
                    name,
                    "href",
                    frame.href(frame.path(), pairs),
                    "lang",
                    code,
                    "hreflang",
                    code,
                    "dir",
                    Messages.direction(code));
        });
        html.close("nav").open("p");
        html.tag("button", frame.say("help.open"), "type", "button", "data-help", "1", "class", "script-only");
        html.close("p").close("footer");
    }

    private static void help(Frame frame, Html html) {
        html.open("dialog", "id", "help", "aria-labelledby", "help-title");
        html.tag("h2", frame.say("help.title"), "id", "help-title").open("dl");
        key(html, "/", frame.say("help.search"));
        key(html, "j k", frame.say("help.move"));
        key(html, "o", frame.say("help.enter"));
        key(html, "+ −", frame.say("help.zoom"));
        key(html, "← →", frame.say("help.time"));
        key(html, "?", frame.say("help.this"));
        html.close("dl").open("form", "method", "dialog");
        html.tag("button", frame.say("help.close")).close("form").close("dialog");
    }

    private static void key(Html html, String keys, String meaning) {
        html.open("div")
                .open("dt")
                .tag("kbd", keys)
                .close("dt")
                .tag("dd", meaning)
                .close("div");
    }
}
