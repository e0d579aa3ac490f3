package io.visitwatch.app.demo;

import java.time.Instant;
import java.time.ZoneId;
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
    private static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    Published {
        Objects.requireNonNull(outlet, "outlet");
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A story as {@code outlet} publishes it.
     *
     * @param home address of the outlet, ending in a slash
     * @param start the moment stories are dated against
     */
    static Published of(NewsOutlet outlet, Story story, String home, Instant start) {
        Instant when = start.minus(story.age());
        // A story of last night calls last night today, whatever hour the demo starts at.
        StoryDays days = new StoryDays(when.atZone(ZONE).toLocalDate());
        String language = outlet.language();
        return new Published(
                outlet,
                story.id(),
                home + story.id() + ".html",
                days.fill(story.title(), language),
                days.fill(story.summary(), language),
                story.paragraphs().stream().map(p -> days.fill(p, language)).toList(),
                when);
    }
}
