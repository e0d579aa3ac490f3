package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first guess at which reports speak of one visit, from one article alone: head visitor, watched place and window.
 *
 * <p>The window is the term of the watched country's head of government: half of the articles of an archive carry no date, yet
 * nearly all name their host, so a dated and an undated report of one visit still meet. Within a term one visitor rarely comes
 * twice; {@code alerts} parts such visits by their dates.
 */
final class VisitKeys {
    private static final String HEAD_OF_GOVERNMENT = "head-of-government";
    private static final String ANY = "any";

    private VisitKeys() {}

    /**
     * The key.
     *
     * @param visitor head of the delegation; null for a gathering, whose guests make one visit and whose window is a year
     * @param actors everybody the article names
     */
    static String key(Scene scene, @Nullable Visitor visitor, @Nullable LocalDate day, List<Actor> actors) {
        String window = ANY;
        if (day != null) {
            window = visitor == null ? year(day) : government(scene, day);
        } else {
            window = scene.governments().underWhich(actors).orElse(ANY);
        }
        return (visitor == null ? "gathering" : who(scene.gazetteer(), visitor)) + "|"
                + scene.watch().id() + "|" + window;
    }

    private static String government(Scene scene, LocalDate day) {
        return scene.gazetteer()
                .holder(scene.home(), HEAD_OF_GOVERNMENT, day)
                .map(match -> match.person().id())
                .orElse(year(day));
    }

    private static String year(LocalDate day) {
        return String.valueOf(day.getYear());
    }

    /** Surname and state: the same for a known and an unknown spelling, in whatever script. */
    private static String who(Gazetteer gazetteer, Visitor visitor) {
        Person person = gazetteer.person(visitor.id());
        String name = person == null ? visitor.name() : person.name();
        if (name.isEmpty()) {
            return visitor.id();
        }
        String[] words = name.strip().split("\\s+", -1);
        return Gazetteer.unknownId(words[words.length - 1], visitor.country());
    }
}
