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
import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whom an actor acts for. */
final class CountryReader {
    private static final String COMMAS = ",;:\u060C";

    private final Scene scene;
    private final Gazetteer gazetteer;
    private final Discourse discourse;
    private final Terms terms;
    private final LanguagePack pack;

    CountryReader(Scene scene, LanguagePack pack, Discourse discourse, Terms terms) {
        this.scene = scene;
        this.gazetteer = scene.gazetteer();
        this.discourse = discourse;
        this.terms = terms;
        this.pack = pack;
    }

    /** The state that the words of the draft name; empty when they name none. */
    String said(Draft draft, Set<Trait> traits) {
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

    /** The state that the words beside an office name; empty when they name none. */
    String beside(Section section, Sentence sentence, Draft draft, Set<Trait> traits) {
        if (draft.offices.isEmpty()) {
            return "";
        }
        if (ofHomePlace(section, sentence, draft)) {
            traits.add(Trait.NATION_SAID);
            return scene.home();
        }
        return afterName(section, sentence, draft);
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

    /** The state of somebody whose words name none: by who he is, what was said of him before, and who lends his own. */
    String inferred(
            Section section,
            Sentence sentence,
            Draft draft,
            @Nullable Person person,
            @Nullable Actor before,
            @Nullable String office,
            Set<Trait> traits) {
        if (person != null) {
            Term term = terms.term(person, "", office);
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
        boolean nobody = !draft.named() && (kind == null || kind.rank() > ActorResolver.VAGUE_RANK);
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

    /** "Danish planning minister ... Planning Minister X": read of cased or longer names, where a guessed name is one. */
    private boolean strangerMayShare(Draft draft, String country) {
        boolean nameLike = draft.casedName || draft.nameEnd - draft.nameStart >= 2;
        return nameLike && !scene.isHome(country);
    }
}
