package io.visitwatch.enrich.gazetteer.importer;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands English titles of offices ("Minister of Foreign Affairs of Iran") by the bundled gazetteer. */
final class OfficeTitles {
    private final Gazetteer gazetteer;

    OfficeTitles(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * What a title says.
     *
     * @param kind kind of office
     * @param country country or organisation named or implied; null when none
     */
    record Title(String kind, @Nullable String country) {}

    /** Reads a title; nothing when it names no office known here. */
    Optional<Title> read(String title) {
        List<Match> matches = gazetteer.find(Normalizer.fold(title), "en");
        Optional<Match> office = matches.stream()
                .filter(match -> match.kind() == MatchKind.OFFICE)
                .findFirst();
        return office.map(match -> new Title(match.id(), countryOf(match, matches)));
    }

    private static @Nullable String countryOf(Match office, List<Match> matches) {
        String named = matches.stream()
                .filter(match -> match.kind() == MatchKind.COUNTRY
                        || match.kind() == MatchKind.NATIONALITY
                        || match.kind() == MatchKind.ORGANISATION)
                .map(Match::country)
                .filter(country -> country != null)
                .findFirst()
                .orElse(null);
        return named == null ? office.country() : named;
    }

    /** The country a text names; null when none. */
    @Nullable String countryIn(String text) {
        return gazetteer.find(Normalizer.fold(text), "en").stream()
                .filter(match -> match.kind() == MatchKind.COUNTRY || match.kind() == MatchKind.NATIONALITY)
                .map(Match::id)
                .findFirst()
                .orElse(null);
    }
}
