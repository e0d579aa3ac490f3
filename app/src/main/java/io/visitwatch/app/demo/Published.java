package io.visitwatch.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A story as the outside sees it: placeholders filled, address and time settled.
 *
 * @param outlet who publishes it
 * @param id its id
 * @param url address of its page
 * @param title title
 * @param summary one sentence
 * @param paragraphs the text
 * @param at time of publication, UTC
 */
record Published(
        NewsOutlet outlet, String id, String url, String title, String summary, List<String> paragraphs, Instant at) {
    Published {
        Objects.requireNonNull(outlet, "outlet");
        paragraphs = List.copyOf(paragraphs);
    }
}
