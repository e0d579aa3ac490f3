package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.visit.Draft.Piece;
import io.visitwatch.enrich.visit.Draft.Piece.Kind;
import org.junit.jupiter.api.Test;

/** An actor in the making. */
class DraftTest {
    @Test
    void coversAllItsPieces() {
        Draft draft = new Draft(piece(Kind.NATION, 3, 5, Cue.GLUE));
        draft.add(piece(Kind.OFFICE, 5, 7, Cue.GLUE));
        draft.add(piece(Kind.NATION, 4, 6, Cue.GLUE));
        assertThat(draft.start).isEqualTo(3);
        assertThat(draft.end).isEqualTo(7);
        assertThat(draft.offices).hasSize(1);
        assertThat(draft.nations).hasSize(2);
    }

    @Test
    void itsRoleSpansOfficesOrganisationsAndNounsForPeople() {
        Draft draft = new Draft(piece(Kind.NATION, 0, 1, Cue.GLUE));
        assertThat(draft.roleStart).isEqualTo(-1);
        draft.add(piece(Kind.CUE, 1, 2, Cue.FORMER));
        assertThat(draft.roleStart).isEqualTo(-1);
        draft.add(piece(Kind.CUE, 4, 5, Cue.NONOFFICIAL));
        draft.add(piece(Kind.OFFICE, 2, 4, Cue.GLUE));
        draft.add(piece(Kind.ORGANISATION, 5, 8, Cue.GLUE));
        draft.add(piece(Kind.CUE, 3, 4, Cue.COLLECTIVE));
        assertThat(draft.roleStart).isEqualTo(2);
        assertThat(draft.roleEnd).isEqualTo(8);
    }

    @Test
    void hasAHeadInANameAnOfficeOrANounForPeople() {
        assertThat(new Draft(piece(Kind.NATION, 0, 1, Cue.GLUE)).hasHead()).isFalse();
        assertThat(new Draft(piece(Kind.CUE, 0, 1, Cue.FORMER)).hasHead()).isFalse();
        assertThat(new Draft(piece(Kind.OFFICE, 0, 1, Cue.GLUE)).hasHead()).isTrue();
        for (Cue cue : new Cue[] {Cue.COLLECTIVE, Cue.NONOFFICIAL, Cue.COUNTERPART}) {
            assertThat(new Draft(piece(Kind.CUE, 0, 1, cue)).hasHead()).isTrue();
        }
        Draft named = new Draft(piece(Kind.NATION, 0, 1, Cue.GLUE));
        named.name(1, 3);
        assertThat(named.named()).isTrue();
        assertThat(named.hasHead()).isTrue();
        assertThat(named.end).isEqualTo(3);
    }

    @Test
    void isBygoneWhenFormerOrDead() {
        assertThat(new Draft(piece(Kind.CUE, 0, 1, Cue.FORMER)).bygone()).isTrue();
        assertThat(new Draft(piece(Kind.CUE, 0, 1, Cue.DEAD)).bygone()).isTrue();
        assertThat(new Draft(piece(Kind.CUE, 0, 1, Cue.COLLECTIVE)).bygone()).isFalse();
    }

    @Test
    void anOfficeOfSeveralPeopleMakesAGroupWhichAnotherNationMayShare() {
        Draft draft = new Draft(piece(Kind.OFFICE, 0, 1, Cue.COLLECTIVE));
        assertThat(draft.cues).containsExactly(Cue.COLLECTIVE);
        assertThat(new Draft(piece(Kind.OFFICE, 0, 1, Cue.GLUE)).cues).isEmpty();
        Draft other = draft.ofNation(piece(Kind.NATION, 4, 5, Cue.GLUE));
        assertThat(other.cues).containsExactly(Cue.COLLECTIVE);
        assertThat(other.start).isEqualTo(4);
        assertThat(other.offices).isEmpty();
    }

    private static Piece piece(Kind kind, int start, int end, Cue cue) {
        return new Piece(kind, start, end, null, null, cue);
    }
}
