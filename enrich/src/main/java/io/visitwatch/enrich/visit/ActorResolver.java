package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.gazetteer.Organisation;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.enrich.visit.Actor.Side;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a draft who it is, whom he acts for, and whether he holds an office on the day of the article. */
final class ActorResolver {
    /** Days around a term in which its holder still counts: outlets are late with new titles, and data with new terms. */
    private static final int GRACE_DAYS = 45;

    /** Days after the last known term in which somebody is still taken for an official, with less confidence. */
    private static final int LAPSED_DAYS = 5 * 365;

    /** Offices of this rank and lower name no single person: officials, delegations, lawmakers. */
    private static final int VAGUE_RANK = 4;

    /** Offices of this rank and above make a surname known to every reader. */
    private static final int PROMINENT_RANK = 2;

    private static final String COMMAS = ",;:\u060C";
    private static final char LAST_CASED = '\u058F';

    private static final Set<String> PAST_KINDS = Set.of("former-official");
    private static final Set<String> NAMELESS_KINDS = Set.of("delegation", "official", "diplomat", "cleric");
    /** In scripts without capitals the word after these is the place they govern. */
    private static final Set<String> PLACE_KINDS = Set.of("governor", "mayor");

    private static final Set<String> POSTED_KINDS = Set.of("diplomat");
    /** Heads of firms as a rule; a known official may bear the title too. */
    private static final Set<String> FIRM_KINDS = Set.of("chief-executive");

    /** Offices of any field, which a name of the field makes another. */
    private static final Set<String> GENERIC_KINDS = Set.of("minister", "minister-of-state");

    private static final Set<String> PRIVATE_KINDS = Set.of("cleric");

    private final Scene scene;
    private final Gazetteer gazetteer;
    private final Discourse discourse;
    private final NameGuesser guesser;
    private final Governance governance;
    private final LanguagePack pack;

    ActorResolver(Scene scene, LanguagePack pack, Discourse discourse) {
        this.scene = scene;
        this.gazetteer = scene.gazetteer();
        this.discourse = discourse;
        this.guesser = new NameGuesser(gazetteer, scene.day());
        this.governance = new Governance(pack);
        this.pack = pack;
    }

    /** The actor of a draft; null when the draft names nobody (a bare country). */
    @Nullable Actor resolve(Section section, Sentence sentence, Draft draft) {
        if (!draft.hasHead()) {
            return null;
        }
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String office = officeKind(draft);
        String country = saidCountry(draft, traits);
        Person person = person(draft, country, office);
        boolean personless = !draft.named()
                && (!draft.offices.isEmpty()
                        || draft.cues.contains(Cue.COLLECTIVE)
                        || draft.cues.contains(Cue.COUNTERPART));
        boolean crowd = draft.offices.isEmpty()
                && section.tokens().get(draft.start).text().charAt(0) > LAST_CASED;
        boolean governsPlace = PLACE_KINDS.contains(String.valueOf(office))
                && section.tokens().get(draft.start).text().charAt(0) > LAST_CASED;
        if (personless
                && !crowd
                && !governsPlace
                && !draft.cues.contains(Cue.NONOFFICIAL)
                && !NAMELESS_KINDS.contains(String.valueOf(office))) {
            person = guessName(section, sentence, draft, country, office);
        }
        if (draft.named()) {
            traits.add(Trait.NAMED);
        }
        Actor before = draft.named() ? discourse.named(DraftNames.surname(section, draft)) : null;
        if (country.isEmpty() && !draft.offices.isEmpty() && ofHomePlace(section, sentence, draft)) {
            country = scene.home();
            traits.add(Trait.NATION_SAID);
        }
        if (country.isEmpty() && !draft.offices.isEmpty()) {
            country = afterName(section, sentence, draft);
        }
        if (country.isEmpty()) {
            country = inferredCountry(section, sentence, draft, person, before, office, traits);
        }
        Term term = person == null ? null : term(person, country, office);
        if (person != null) {
            traits.add(Trait.KNOWN);
        }
        if (term != null && !near(term) && draft.offices.isEmpty()) {
            traits.add(Trait.LAPSED);
        }
        if (office == null && term != null && near(term)) {
            office = term.officeKind();
        }
        if (office == null && before != null) {
            office = before.officeKind();
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
        if (draft.person != null
                && draft.person.atomMatch() != null
                && draft.person.atomMatch().surnameOnly()) {
            boolean told = term != null && term.country().equals(discourse.countryOfOffice(term.officeKind()));
            if (!told) {
                traits.add(Trait.SURNAME);
            }
            if (term != null && prominent(draft.person.atomMatch(), term)) {
                traits.add(Trait.PROMINENT);
            }
        }
        boolean killed = sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.DEAD && c.start() < draft.start && draft.end < c.end());
        Standing standing = killed ? Standing.PAST : standing(draft, person, term, office, before);
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

    /** Whether a surname can mean nobody else on the day, and its bearer is a minister or stands above one. */
    private boolean prominent(Match surname, Term term) {
        Office kind = gazetteer.office(term.officeKind());
        return kind != null
                && kind.rank() <= PROMINENT_RANK
                && near(term)
                && surname.ids().size() == 1;
    }

    /** "Gen. X of the Y Force", "Minister X of Z": whom a post-positioned "of" says he acts for; empty when none does. */
    private String afterName(Section section, Sentence sentence, Draft draft) {
        int at = draft.end;
        if (at < sentence.end() && section.gapHas(at, COMMAS)) {
            return "";
        }
        while (at < sentence.end() && at - draft.end < 3 && glue(sentence, at)) {
            at++;
        }
        int token = at;
        for (Atom atom : sentence.atoms()) {
            if (atom.start() == token && token > draft.end) {
                Match body = atom.as(MatchKind.ORGANISATION);
                Organisation organisation = body == null ? null : gazetteer.organisation(body.id());
                Match nation = atom.nation();
                return organisation != null ? organisation.actsFor() : nation == null ? "" : nation.id();
            }
        }
        return "";
    }

    private static boolean glue(Sentence sentence, int token) {
        return sentence.cues().stream().anyMatch(c -> c.cue() == Cue.GLUE && c.covers(token));
    }

    /** "Baghdad governor", "محافظ بغداد": an office of a place of the watched country is its own. */
    private boolean ofHomePlace(Section section, Sentence sentence, Draft draft) {
        return sentence.atoms().stream()
                .filter(a -> (a.end() == draft.start && !section.gapHas(draft.start, COMMAS))
                        || (pack.ownerBefore() && a.end() == draft.start - 1 && glue(sentence, a.end()))
                        || (a.start() == draft.end
                                && !draft.named()
                                && !pack.gluesEndings()
                                && !pack.ownerBefore()
                                && !section.gapHas(draft.end, COMMAS)))
                .filter(a -> a.prefix().isEmpty() && a.suffix().isEmpty())
                .map(a -> a.as(MatchKind.PLACE))
                .filter(Objects::nonNull)
                .anyMatch(m -> m != null && m.ids().stream().anyMatch(this::atHome));
    }

    private boolean atHome(String placeId) {
        Place place = gazetteer.place(placeId);
        return place != null && place.country().equals(scene.home()) && place.parent() != null;
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

    private String saidCountry(Draft draft, Set<Trait> traits) {
        Match nation = draft.nation();
        if (nation != null) {
            traits.add(Trait.NATION_SAID);
        }
        for (Piece piece : draft.organisations) {
            Organisation organisation = piece.atomMatch() == null
                    ? null
                    : gazetteer.organisation(piece.atomMatch().id());
            if (organisation != null && !organisation.actsFor().isEmpty()) {
                traits.add(Trait.NATION_SAID);
                return organisation.actsFor();
            }
        }
        if (nation != null) {
            return nation.id();
        }
        for (Piece piece : draft.offices) {
            if (piece.atomMatch() != null && piece.atomMatch().country() != null) {
                traits.add(Trait.NATION_SAID);
                return piece.atomMatch().country();
            }
        }
        if (draft.sender != null) {
            traits.add(Trait.NATION_SAID);
            return Senders.country(gazetteer, draft.sender);
        }
        return "";
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
        boolean inOffice = scene.day() == null || person.terms().stream().anyMatch(this::near);
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

    /** "The president of the commission": a plain word behind "of" says that he is head of something else than a state. */
    private boolean ofABody(Section section, Sentence sentence, Draft draft) {
        if (draft.end < sentence.end() && section.gapHas(draft.end, "'")) {
            return false;
        }
        int at = draft.end;
        while (at < sentence.end() && glue(sentence, at)) {
            at++;
        }
        int token = at;
        return at > draft.end
                && at < sentence.end()
                && pack.order() == WordOrder.SVO
                && sentence.atoms().stream().noneMatch(a -> a.start() <= token && token < a.end())
                && sentence.cues().stream()
                        .noneMatch(c -> c.covers(token) && c.cue() != Cue.COLLECTIVE && c.cue() != Cue.FIXTURE);
    }

    private String inferredCountry(
            Section section,
            Sentence sentence,
            Draft draft,
            @Nullable Person person,
            @Nullable Actor before,
            @Nullable String office,
            Set<Trait> traits) {
        if (person != null) {
            Term term = term(person, "", office);
            if (term != null) {
                return term.country();
            }
        }
        if (before != null) {
            if (before.has(Trait.NATION_LENT) || before.has(Trait.NATION_ECHOED)) {
                traits.add(Trait.NATION_ECHOED);
            }
            return before.country();
        }
        if (draft.cues.contains(Cue.COUNTERPART) || (office == null && !draft.cues.contains(Cue.COLLECTIVE))) {
            return "";
        }
        String same = office == null ? null : discourse.countryOfOffice(office);
        if (same != null && (!draft.named() || (person == null && strangerMayShare(draft, same)))) {
            return same;
        }
        Office kind = office == null ? null : gazetteer.office(office);
        boolean nobody = !draft.named() && (kind == null || kind.rank() > VAGUE_RANK);
        if (kind != null && kind.rank() == 1 && !draft.named() && ofABody(section, sentence, draft)) {
            return "";
        }
        if (scene.lender() != null && office != null && !nobody) {
            traits.add(Trait.NATION_LENT);
            return scene.lender();
        }
        String holders = office == null || draft.named() ? null : discourse.countryOfHolder(office);
        return holders == null ? "" : holders;
    }

    /** "Danish planning minister ... Planning Minister X": read of cased or longer names, where a guessed name is one. */
    private boolean strangerMayShare(Draft draft, String country) {
        boolean nameLike = draft.casedName || draft.nameEnd - draft.nameStart >= 2;
        return nameLike && !scene.isHome(country);
    }

    private @Nullable Term term(Person person, String country, @Nullable String office) {
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
    private boolean lately(Term term) {
        return scene.day() == null || term.daysAway(scene.day()) <= LAPSED_DAYS;
    }

    private boolean near(Term term) {
        return scene.day() == null || term.daysAway(scene.day()) <= GRACE_DAYS;
    }

    private Standing standing(
            Draft draft,
            @Nullable Person person,
            @Nullable Term term,
            @Nullable String office,
            @Nullable Actor before) {
        if (draft.cues.contains(Cue.DEAD) || draft.cues.contains(Cue.FORMER)) {
            return Standing.PAST;
        }
        Standing body = organisationStanding(draft);
        if (body != null) {
            return body;
        }
        if (draft.cues.contains(Cue.NONOFFICIAL)
                && draft.offices.stream().allMatch(o -> o.cue() == Cue.COLLECTIVE)
                && person == null) {
            return Standing.NONOFFICIAL;
        }
        Office kind = office == null ? null : gazetteer.office(office);
        if (kind != null && kind.resident() && !relative(draft, kind, term)) {
            return Standing.RESIDENT;
        }
        if (term != null && near(term) && scene.home().equals(term.posting())) {
            return Standing.RESIDENT;
        }
        if (!draft.offices.isEmpty()) {
            return ofOffice(draft, kind, term);
        }
        if (draft.cues.contains(Cue.COLLECTIVE)) {
            return draft.named() ? Standing.OFFICIAL : Standing.GROUP;
        }
        if (draft.cues.contains(Cue.COUNTERPART) && draft.nation() != null) {
            return Standing.OFFICIAL;
        }
        if (term != null && lately(term)) {
            return Standing.OFFICIAL;
        }
        if (before != null && before.standing() != Standing.PAST) {
            return before.standing();
        }
        return person != null && !person.terms().isEmpty() ? Standing.PAST : Standing.PERSON;
    }

    /** "X, son of the leader", "X's son": a name that is not surely the holder's of the one office of a state. */
    private boolean relative(Draft draft, Office kind, @Nullable Term term) {
        return kind.single()
                && draft.named()
                && (draft.end - draft.start == 1
                        || term == null
                        || !near(term)
                        || !term.officeKind().equals(kind.kind()));
    }

    private Standing ofOffice(Draft draft, @Nullable Office kind, @Nullable Term term) {
        if (kind != null && PAST_KINDS.contains(kind.kind()) && (term == null || !near(term))) {
            return Standing.PAST;
        }
        if (kind != null && POSTED_KINDS.contains(kind.kind()) && !draft.named()) {
            return Standing.RESIDENT;
        }
        if (kind != null && PRIVATE_KINDS.contains(kind.kind())) {
            return Standing.PERSON;
        }
        if (kind != null && FIRM_KINDS.contains(kind.kind()) && term == null) {
            return Standing.NONOFFICIAL;
        }
        boolean vague = kind == null || kind.rank() >= VAGUE_RANK || draft.cues.contains(Cue.COLLECTIVE);
        return vague && !draft.named() ? Standing.GROUP : Standing.OFFICIAL;
    }

    private @Nullable Standing organisationStanding(Draft draft) {
        for (Piece piece : draft.organisations) {
            Organisation organisation = piece.atomMatch() == null
                    ? null
                    : gazetteer.organisation(piece.atomMatch().id());
            if (organisation != null && organisation.role() == Organisation.Role.RESIDENT) {
                return Standing.RESIDENT;
            }
            if (organisation != null && organisation.role() == Organisation.Role.NONOFFICIAL) {
                return Standing.NONOFFICIAL;
            }
        }
        return null;
    }
}
