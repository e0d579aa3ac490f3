package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.visit.Actor.Trait;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an article has said so far: who was named in full, who was spoken of last. */
final class Discourse {
    private final Map<String, Actor> bySurname = new HashMap<>();
    private final Map<String, String> countryByOffice = new HashMap<>();
    private final Map<String, String> countryOfHolder = new HashMap<>();
    private @Nullable Actor lastVisitor;
    private @Nullable Actor lastSubject;

    /** Takes note of an actor. */
    void note(Actor actor) {
        if (!actor.name().isEmpty() && !actor.country().isEmpty() && !actor.has(Trait.SURNAME)) {
            String[] words = actor.name().split("[\\s\\p{Punct}]+", -1);
            String last = io.visitwatch.enrich.text.Normalizer.fold(words[words.length - 1])
                    .folded();
            bySurname.merge(last, actor, (old, now) -> guessed(old) && !guessed(now) && inFull(now) ? now : old);
        }
        if (actor.officeKind() != null && !actor.country().isEmpty() && actor.has(Trait.NATION_SAID)) {
            countryByOffice.putIfAbsent(actor.officeKind(), actor.country());
        } else if (actor.officeKind() != null && actor.has(Trait.KNOWN) && !actor.has(Trait.NATION_LENT)) {
            countryOfHolder.putIfAbsent(actor.officeKind(), actor.country());
        }
        if (!actor.governed()) {
            lastSubject = actor;
        }
        if (actor.visitor() && (!actor.governed() || lastVisitor == null)) {
            lastVisitor = actor;
        }
    }

    /** Whether the mention itself gives the whole name. */
    private static boolean inFull(Actor actor) {
        return actor.section().surface(actor.start(), actor.end()).contains(actor.name());
    }

    private static boolean guessed(Actor actor) {
        return actor.has(Trait.NATION_LENT) || actor.has(Trait.NATION_ECHOED);
    }

    /** Who was named in full with this surname; null when nobody was. */
    @Nullable Actor named(String surname) {
        return bySurname.get(surname);
    }

    /** Whose holder of an office was spoken of first; null when nobody's was. */
    @Nullable String countryOfOffice(String office) {
        return countryByOffice.get(office);
    }

    /** Whose holder of an office, known by name alone, was spoken of first; null when nobody's was. */
    @Nullable String countryOfHolder(String office) {
        return countryOfHolder.get(office);
    }

    /** The foreign official spoken of last; null when there was none. */
    @Nullable Actor lastVisitor() {
        return lastVisitor;
    }

    /** Whoever was the subject last; null when nobody was. */
    @Nullable Actor lastSubject() {
        return lastSubject;
    }

    /** The same names, with nobody spoken of yet. */
    Discourse forgetStory() {
        Discourse fresh = new Discourse();
        fresh.bySurname.putAll(bySurname);
        fresh.countryByOffice.putAll(countryByOffice);
        fresh.countryOfHolder.putAll(countryOfHolder);
        return fresh;
    }

    /** The state of now, untouched by what comes later; names are shared, for they are only added to. */
    Discourse copy() {
        Discourse copy = new Discourse();
        copy.bySurname.putAll(bySurname);
        copy.countryByOffice.putAll(countryByOffice);
        copy.countryOfHolder.putAll(countryOfHolder);
        copy.lastVisitor = lastVisitor;
        copy.lastSubject = lastSubject;
        return copy;
    }
}
