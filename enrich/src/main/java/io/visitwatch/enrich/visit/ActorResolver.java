package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.enrich.visit.Actor.Side;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a draft who it is, whom he acts for, and whether he holds an office on the day of the article. */
final class ActorResolver {
    /** Offices of this rank and lower name no single person: officials, delegations, lawmakers. */
    static final int VAGUE_RANK = 4;

    /** Offices of this rank and above make a surname known to every reader. */
    private static final int PROMINENT_RANK = 2;

    private static final char LAST_CASED = '\u058F';

    private static final Set<String> NAMELESS_KINDS = Set.of("delegation", "official", "diplomat", "cleric");

    /** In scripts without capitals the word after these is the place they govern. */
    private static final Set<String> PLACE_KINDS = Set.of("governor", "mayor");

    /** Offices of any field, which a name of the field makes another. */
    private static final Set<String> GENERIC_KINDS = Set.of("minister", "minister-of-state");

    private final Scene scene;
    private final Gazetteer gazetteer;
    private final Discourse discourse;
    private final NameGuesser guesser;
    private final Governance governance;
    private final Terms terms;
    private final CountryReader countries;
    private final StandingReader standings;

    ActorResolver(Scene scene, LanguagePack pack, Discourse discourse) {
        this.scene = scene;
        this.gazetteer = scene.gazetteer();
        this.discourse = discourse;
        this.guesser = new NameGuesser(gazetteer, scene.day());
        this.governance = new Governance(pack);
        this.terms = new Terms(scene);
        this.countries = new CountryReader(scene, pack, discourse, terms);
        this.standings = new StandingReader(scene, terms);
    }

    /** The actor of a draft; null when the draft names nobody (a bare country). */
    @Nullable Actor resolve(Section section, Sentence sentence, Draft draft) {
        if (!draft.hasHead()) {
            return null;
        }
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String office = officeKind(draft);
        String country = countries.said(draft, traits);
        Person person = mayBeNamed(section, draft, office)
                ? guessName(section, sentence, draft, country, office)
                : person(draft, country, office);
        Actor before = draft.named() ? discourse.named(DraftNames.surname(section, draft)) : null;
        if (country.isEmpty()) {
            country = countries.beside(section, sentence, draft, traits);
        }
        if (country.isEmpty()) {
            country = countries.inferred(section, sentence, draft, person, before, office, traits);
        }
        Term term = person == null ? null : terms.term(person, country, office);
        if (office == null && term != null && terms.near(term)) {
            office = term.officeKind();
        }
        if (office == null && before != null) {
            office = before.officeKind();
        }
        addTraits(sentence, draft, person, term, traits);
        boolean killed = sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.DEAD && c.start() < draft.start && draft.end < c.end());
        Standing standing = killed ? Standing.PAST : standings.read(draft, person, term, office, before);
        return new Actor(
                section,
                sentence.index(),
                draft.start,
                draft.end,
                country.isEmpty() ? Side.UNKNOWN : scene.isHome(country) ? Side.HOME : Side.FOREIGN,
                standing,
                country,
                office,
                person != null ? person.id() : before == null ? null : before.personId(),
                DraftNames.name(section, draft, before),
                draft.roleStart < 0 ? "" : section.surface(draft.roleStart, draft.roleEnd),
                Set.copyOf(traits),
                governance.governed(section, sentence, draft));
    }

    /** Whether the words after the draft may be the name of its bearer, though the gazetteer does not know them. */
    private static boolean mayBeNamed(Section section, Draft draft, @Nullable String office) {
        boolean personless = !draft.named()
                && (!draft.offices.isEmpty()
                        || draft.cues.contains(Cue.COLLECTIVE)
                        || draft.cues.contains(Cue.COUNTERPART));
        boolean uncased = section.tokens().get(draft.start).text().charAt(0) > LAST_CASED;
        boolean crowd = draft.offices.isEmpty() && uncased;
        boolean governsPlace = PLACE_KINDS.contains(String.valueOf(office)) && uncased;
        return personless
                && !crowd
                && !governsPlace
                && !draft.cues.contains(Cue.NONOFFICIAL)
                && !NAMELESS_KINDS.contains(String.valueOf(office));
    }

    private void addTraits(
            Sentence sentence, Draft draft, @Nullable Person person, @Nullable Term term, Set<Trait> traits) {
        if (draft.named()) {
            traits.add(Trait.NAMED);
        }
        if (person != null) {
            traits.add(Trait.KNOWN);
        }
        if (term != null && !terms.near(term) && draft.offices.isEmpty()) {
            traits.add(Trait.LAPSED);
        }
        if (!draft.offices.isEmpty()) {
            traits.add(Trait.OFFICE_SAID);
        }
        if (draft.cues.contains(Cue.COUNTERPART)) {
            traits.add(Trait.COUNTERPART);
        }
        if (sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.GUEST && c.end() >= draft.start && c.end() <= draft.end)) {
            traits.add(Trait.VISITING);
        }
        Match match = draft.person == null ? null : draft.person.atomMatch();
        if (match != null && match.surnameOnly()) {
            addSurnameTraits(match, term, traits);
        }
    }

    private void addSurnameTraits(Match surname, @Nullable Term term, Set<Trait> traits) {
        boolean told = term != null && term.country().equals(discourse.countryOfOffice(term.officeKind()));
        if (!told) {
            traits.add(Trait.SURNAME);
        }
        if (term != null && prominent(surname, term)) {
            traits.add(Trait.PROMINENT);
        }
    }

    /** Whether a surname can mean nobody else on the day, and its bearer is a minister or stands above one. */
    private boolean prominent(Match surname, Term term) {
        Office kind = gazetteer.office(term.officeKind());
        return kind != null
                && kind.rank() <= PROMINENT_RANK
                && terms.near(term)
                && surname.ids().size() == 1;
    }

    private @Nullable String officeKind(Draft draft) {
        String best = "";
        int rank = Integer.MAX_VALUE;
        for (Piece piece : draft.offices) {
            Office office = piece.atomMatch() == null
                    ? null
                    : gazetteer.office(piece.atomMatch().id());
            boolean closer = office != null && office.rank() == rank && GENERIC_KINDS.contains(best);
            if (office != null && (office.rank() < rank || closer)) {
                rank = office.rank();
                best = office.kind();
            }
        }
        return best.isEmpty() ? null : best;
    }

    private @Nullable Person person(Draft draft, String country, @Nullable String office) {
        if (draft.person == null || draft.person.atomMatch() == null) {
            return null;
        }
        return draft.person.atomMatch().ids().stream()
                .map(gazetteer::person)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt((Person p) -> mismatch(p, country, office)))
                .orElse(null);
    }

    private int mismatch(Person person, String country, @Nullable String office) {
        boolean state = country.isEmpty()
                || person.terms().stream().anyMatch(t -> t.country().equals(country));
        boolean post = office == null
                || person.terms().stream().anyMatch(t -> t.officeKind().equals(office));
        boolean inOffice = scene.day() == null || person.terms().stream().anyMatch(terms::near);
        return (state ? 0 : 4) + (inOffice ? 0 : 2) + (post ? 0 : 1);
    }

    private @Nullable Person guessName(
            Section section, Sentence sentence, Draft draft, String country, @Nullable String office) {
        Office kind = office == null ? null : gazetteer.office(office);
        String single = country.isEmpty() && (kind == null || !kind.single()) ? null : office;
        boolean ofAnyField =
                kind != null && !kind.single() && kind.rank() > PROMINENT_RANK - 1 && kind.rank() < VAGUE_RANK;
        NameGuesser.Guess guess = guesser.guess(
                        section, sentence, draft, country.isEmpty() ? null : country, single, ofAnyField)
                .orElse(null);
        if (guess == null) {
            return null;
        }
        draft.name(guess.start(), guess.end());
        draft.casedName = section.capital(guess.start());
        return guess.personId() == null ? null : gazetteer.person(guess.personId());
    }
}
