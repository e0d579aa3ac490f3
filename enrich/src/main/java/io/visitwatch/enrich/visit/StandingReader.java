package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Office;
import io.visitwatch.enrich.gazetteer.Organisation;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether an actor is an official on the day: in office, posted to the watched country, bygone, or never one. */
final class StandingReader {
    private static final Set<String> PAST_KINDS = Set.of("former-official");
    private static final Set<String> POSTED_KINDS = Set.of("diplomat");

    /** Heads of firms as a rule; a known official may bear the title too. */
    private static final Set<String> FIRM_KINDS = Set.of("chief-executive");

    private static final Set<String> PRIVATE_KINDS = Set.of("cleric");

    private final Scene scene;
    private final Gazetteer gazetteer;
    private final Terms terms;

    StandingReader(Scene scene, Terms terms) {
        this.scene = scene;
        this.gazetteer = scene.gazetteer();
        this.terms = terms;
    }

    /**
     * What somebody is to the watched country on the day.
     *
     * @param before who bore the same name earlier in the article, if anybody did
     */
    Standing read(
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
        if (term != null && terms.near(term) && scene.home().equals(term.posting())) {
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
        if (term != null && terms.lately(term)) {
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
                        || !terms.near(term)
                        || !term.officeKind().equals(kind.kind()));
    }

    private Standing ofOffice(Draft draft, @Nullable Office kind, @Nullable Term term) {
        if (kind != null && PAST_KINDS.contains(kind.kind()) && (term == null || !terms.near(term))) {
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
        boolean vague = kind == null || kind.rank() >= ActorResolver.VAGUE_RANK || draft.cues.contains(Cue.COLLECTIVE);
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
