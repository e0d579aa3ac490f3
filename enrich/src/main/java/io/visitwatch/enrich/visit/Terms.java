package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of office of known people, seen from the day of the article. */
final class Terms {
    /** Days around a term in which its holder still counts: outlets are late with new titles, and data with new terms. */
    private static final int GRACE_DAYS = 45;

    /** Days after the last known term in which somebody is still taken for an official, with less confidence. */
    private static final int LAPSED_DAYS = 5 * 365;

    private final Scene scene;

    Terms(Scene scene) {
        this.scene = scene;
    }

    /** The term of a person that is nearest to the day, of that country and office where he has one; null when he has none. */
    @Nullable Term term(Person person, String country, @Nullable String office) {
        List<Term> fitting = person.terms().stream()
                .filter(t -> country.isEmpty() || t.country().equals(country))
                .toList();
        List<Term> all = fitting.isEmpty() ? person.terms() : fitting;
        List<Term> same =
                all.stream().filter(t -> t.officeKind().equals(office)).toList();
        List<Term> pool = same.isEmpty() ? all : same;
        LocalDate day = scene.day();
        if (day == null) {
            return pool.stream()
                    .filter(t -> scene.isHome(t.country()))
                    .findFirst()
                    .orElse(pool.isEmpty() ? null : pool.get(pool.size() - 1));
        }
        return pool.stream().min(Comparator.comparingLong(t -> t.daysAway(day))).orElse(null);
    }

    /** Whether a term is near, or ended so lately that its holder may well hold another office nobody listed yet. */
    boolean lately(Term term) {
        return scene.day() == null || term.daysAway(scene.day()) <= LAPSED_DAYS;
    }

    /** Whether the day lies in a term or close enough to it; true where the article has no day. */
    boolean near(Term term) {
        return scene.day() == null || term.daysAway(scene.day()) <= GRACE_DAYS;
    }
}
