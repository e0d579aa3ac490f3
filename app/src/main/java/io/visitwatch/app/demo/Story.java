package io.visitwatch.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One story of one outlet.
 *
 * @param id last part of its address
 * @param wave when it appears in the feed: 0 from the start, then one step of the newsroom later each
 * @param hoursAgo how long before the newsroom's start it was published, in hours
 * @param title title, placeholders in it
 * @param summary one sentence for the feed
 * @param body paragraphs, separated by a blank line
 * @param expect key of the expected visit, or {@code no:} and the kind of look-alike
 */
public record Story(String id, int wave, double hoursAgo, String title, String summary, String body, String expect) {
    private static final String NO_VISIT = "no:";

    public Story {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(expect, "expect");
    }

    /** Whether the story reports a visit that an alert must tell. */
    public boolean tellsOfVisit() {
        return !expect.startsWith(NO_VISIT);
    }

    /** How long before the newsroom's start it was published. */
    public Duration age() {
        return Duration.ofSeconds(Math.round(hoursAgo * 3600));
    }

    /** The paragraphs. */
    public List<String> paragraphs() {
        return List.of(body.strip().split("\\n\\s*\\n"));
    }

    /** The form of one file of stories. */
    record File(@JsonProperty("stories") List<Story> stories) {}
}
