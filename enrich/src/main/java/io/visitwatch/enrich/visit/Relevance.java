package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Place;

/** Whether a name has to do with the watched country: the country, a place in it, or somebody in its offices. */
final class Relevance {
    private Relevance() {}

    /** Whether the match touches the scene. */
    static boolean touches(Scene scene, Match match) {
        return switch (match.kind()) {
            case COUNTRY, NATIONALITY, METONYM -> match.ids().contains(scene.home());
            case PLACE -> match.ids().stream().anyMatch(id -> inCountry(scene, id));
            case PERSON -> match.ids().stream().anyMatch(id -> serves(scene, id));
            case OFFICE, ORGANISATION -> scene.home().equals(match.country());
            case TRAP -> false;
        };
    }

    private static boolean inCountry(Scene scene, String id) {
        Place place = scene.gazetteer().place(id);
        return place != null && place.country().equals(scene.home());
    }

    private static boolean serves(Scene scene, String id) {
        Person person = scene.gazetteer().person(id);
        return person != null
                && person.terms().stream().anyMatch(t -> t.country().equals(scene.home()));
    }
}
