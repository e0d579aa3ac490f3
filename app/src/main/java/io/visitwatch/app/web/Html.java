package io.visitwatch.app.web;

import io.visitwatch.alerts.render.Plain;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * HTML being written. All text and every attribute passes through {@link #escape}; there is no way to put markup in as text.
 *
 * <p>Text from the news goes through {@link #quote} or {@link #bdi}, which isolate its writing direction from ours.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(8_192);

    /** Text for an element or a quoted attribute: one line, no controls, no direction overrides, nothing that means markup. */
    static String escape(String text) {
        return Plain.html(Plain.line(text));
    }

    /** Opens an element; attributes are names and values in turn, a null value leaves its attribute out. */
    Html open(String tag, @Nullable String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escape(value))
                        .append('"');
            }
        }
        out.append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Text. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Text that keeps its lines, for a field to edit. */
    Html lines(String text) {
        out.append(text.lines().map(Html::escape).collect(Collectors.joining("\n")));
        return this;
    }

    /** A space between two pieces. */
    Html space() {
        out.append(' ');
        return this;
    }

    /** A middle dot between two pieces. */
    Html dot() {
        out.append(" · ");
        return this;
    }

    /** A whole element with text. */
    Html tag(String tag, String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Words of unknown direction, isolated from the words around them. */
    Html bdi(String text) {
        return tag("bdi", text, "dir", "auto");
    }

    /** A sentence of the news in its language and direction, highlighted as evidence. */
    Html quote(String sentence, String language) {
        open("blockquote", "lang", language, "dir", Messages.direction(language));
        return tag("mark", sentence).close("blockquote");
    }

    /** A link out of the dashboard; other schemes than http and https stay text. */
    Html outward(@Nullable String url, String text) {
        if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
            return bdi(text);
        }
        open("a", "href", url, "rel", "noopener noreferrer nofollow");
        return bdi(text).close("a");
    }

    /** Opens a table that scrolls by itself where the page is narrow; its rows follow, {@link #endTable} ends it. */
    Html table(String label, Stream<String> heads) {
        open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        open("table").open("thead").open("tr");
        heads.forEach(head -> tag("th", head, "scope", "col"));
        return close("tr").close("thead").open("tbody");
    }

    /** Ends a table. */
    Html endTable() {
        return close("tbody").close("table").close("div");
    }

    /** One name with its value in a list of facts ({@code dl}). */
    Html fact(String name, Html value) {
        return open("div").tag("dt", name).open("dd").add(value).close("dd").close("div");
    }

    /** Another piece of HTML. */
    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
