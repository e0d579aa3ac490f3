package io.visitwatch.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the demo found, held against {@code expected.yaml}. A visit counts as found when all its sources are stories about one
 * expected visit, its head comes from the right state and its last status is right.
 *
 * @param found expected visits that were found right
 * @param missed expected visits without any visit
 * @param wrong everything else that differs, one line each
 */
public record Outcome(int found, Set<String> missed, List<String> wrong) {
    /** Visits in the file: every one must be found, and nothing else. */
    public static final int EXPECTED = 16;

    /** One line of the file. */
    record Expected(String key, String name, String country, String level, VisitStatus status, int sources) {}

    /** The file. */
    record File(@JsonProperty("visits") List<Expected> visits) {}

    /** Holds the visits of a demo against the file. */
    public static Outcome of(List<Visit> visits) {
        Map<String, String> stories = new HashMap<>();
        NewsroomData.bundled()
                .stories()
                .forEach((outlet, all) -> all.forEach(s -> stories.put(outlet.id() + "/" + s.id(), s.expect())));
        Map<String, Expected> expected =
                NewsroomData.yaml("/io/visitwatch/app/newsroom/expected.yaml", File.class).visits().stream()
                        .collect(Collectors.toMap(Expected::key, e -> e));
        Set<String> missed = new TreeSet<>(expected.keySet());
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (Visit visit : visits) {
            if (visit.sources().isEmpty()) {
                continue; // merged away
            }
            Set<String> keys = keys(visit, stories);
            Expected one = keys.size() == 1 ? expected.get(keys.iterator().next()) : null;
            if (one == null) {
                wrong.add(
                        "visit of " + visit.head().name() + " (" + visit.head().country() + ") rests on " + keys);
            } else if (!missed.remove(one.key())) {
                wrong.add(one.key() + " is told as more than one visit");
            } else if (!visit.head().country().equals(one.country()) || visit.status() != one.status()) {
                wrong.add(one.key() + " is " + visit.head().country() + " " + visit.status() + ", not " + one.country()
                        + " " + one.status());
            } else {
                found++;
            }
        }
        return new Outcome(found, missed, wrong);
    }

    private static Set<String> keys(Visit visit, Map<String, String> stories) {
        return visit.sources().stream()
                .flatMap(s -> Stream.ofNullable(s.url()))
                .map(url -> url.replaceFirst("^https?://[^/]+/", "").replaceFirst("\\.html$", ""))
                .map(id -> stories.getOrDefault(id, "unknown story " + id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
