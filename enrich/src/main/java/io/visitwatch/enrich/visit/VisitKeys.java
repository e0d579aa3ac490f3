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

    private VisitKeys() {}

    /**
     * The key.
     *
     * @param visitor head of the delegation; null for a summit, whose guests make one visit
     */
    static String key(Scene scene, @Nullable Visitor visitor, @Nullable LocalDate day, List<Actor> homeActors) {
        String term = "any";
        if (day != null) {
            term = scene.gazetteer()
                    .holder(scene.home(), HEAD_OF_GOVERNMENT, day)
                    .map(match -> match.person().id())
                    .orElse(day.toString().substring(0, 4));
        } else {
            for (Actor actor : homeActors) {
                if (headsGovernment(scene.gazetteer(), scene.home(), actor.personId())) {
                    term = String.valueOf(actor.personId());
                    break;
                }
            }
        }
        return (visitor == null ? "gathering" : who(scene.gazetteer(), visitor)) + "|"
                + scene.watch().id() + "|" + term;
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

    private static boolean headsGovernment(Gazetteer gazetteer, String home, @Nullable String personId) {
        Person person = personId == null ? null : gazetteer.person(personId);
        return person != null
                && person.terms().stream()
                        .anyMatch(t -> t.officeKind().equals(HEAD_OF_GOVERNMENT)
                                && t.country().equals(home));
    }
}
