package io.visitwatch.alerts.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.visitwatch.alerts.command.Verdict;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.VisitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One story as data: what is said, decided and how time passes, and after each step the alerts it must give.
 *
 * <p>Days are relative ({@code d1}, {@code d3 14:30}), visits are numbered in the order they are first told. A visitor reads
 * {@code "name, country, office"}, with {@code id=} before it for a person the gazetteer knows, and {@code *} for no name.
 *
 * @param story what it shows, as a sentence
 * @param steps what happens, in order of arrival
 * @param visits what must stand in the end
 */
public record Scenario(String story, List<Step> steps, List<Expected> visits) {
    private static final List<String> FILES =
            List.of("joining", "lifecycle", "sources", "order", "analysts", "gatherings", "time");

    public Scenario {
        steps = List.copyOf(steps);
        visits = visits == null ? List.of() : List.copyOf(visits);
    }

    /** Every story of the suite, in the order of the files. */
    public static List<Scenario> all() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        List<Scenario> all = new ArrayList<>();
        for (String file : FILES) {
            String path = "/scenarios/" + file + ".yaml";
            try (InputStream in = Scenario.class.getResourceAsStream(path)) {
                all.addAll(yaml.readValue(in, new TypeReference<List<Scenario>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** One thing that happens: exactly one of {@code say}, {@code read}, {@code clock} and {@code decide} is given. */
    public record Step(Say say, Reading read, String clock, Decide decide, List<String> tells) {
        public Step {
            tells = tells == null ? List.of() : List.copyOf(tells);
        }
    }

    /** An article claims a visit. */
    public record Say(
            String article,
            int revision,
            int position,
            String at,
            List<String> who,
            VisitStatus status,
            String on,
            String from,
            String to,
            String precision,
            String place,
            PlaceLevel level,
            List<String> hosts,
            String outlet,
            SourceClass kind,
            String credit,
            List<Long> text,
            String title,
            boolean backfill,
            double confidence) {}

    /** A revision was read to its end. */
    public record Reading(String article, int revision, String at, List<String> reports) {}

    /** An analyst decides. */
    public record Decide(
            String id,
            Verdict verdict,
            int visit,
            int other,
            List<String> reports,
            String who,
            String name,
            String until,
            String at) {}

    /** A visit as it must stand in the end; what is left out is not checked. */
    public record Expected(
            int visit,
            VisitStatus status,
            String day,
            List<String> who,
            Boolean confirmed,
            Integer sources,
            Integer reports,
            Boolean closed,
            Boolean retracted,
            Integer merged,
            List<String> hosts,
            List<VisitStatus> history,
            List<String> stops) {}
}
