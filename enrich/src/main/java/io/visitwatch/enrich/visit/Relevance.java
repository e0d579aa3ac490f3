package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Place;

/** Whether a name has to do with the watched country: the country, a place in it, or somebody in its offices. */
final class Relevance {
    private Relevance() {}

    /**
     * Whether the match touches a country.
     *
     * @param home code of the watched country
     */
    static boolean touches(Gazetteer gazetteer, String home, Match match) {
        return switch (match.kind()) {
            case COUNTRY, NATIONALITY, METONYM -> match.ids().contains(home);
            case PLACE -> match.ids().stream().anyMatch(id -> inCountry(gazetteer, home, id));
            case PERSON -> match.ids().stream().anyMatch(id -> serves(gazetteer, home, id));
            case OFFICE, ORGANISATION -> home.equals(match.country());
            case TRAP -> false;
        };
    }

    private static boolean inCountry(Gazetteer gazetteer, String home, String id) {
        Place place = gazetteer.place(id);
        return place != null && place.country().equals(home);
    }

    private static boolean serves(Gazetteer gazetteer, String home, String id) {
        Person person = gazetteer.person(id);
        return person != null
                && person.terms().stream().anyMatch(t -> t.country().equals(home));
    }
}
