package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.visit.Actor.Side;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Actor.Trait;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody as a sentence names him. */
class ActorTest {
    private static final Section SECTION = Texts.frame("Hakan Fidan arrived.").section();

    @Test
    void mentionsMeetUnderPersonElseNameElseOfficeElseState() {
        assertThat(actor(Standing.OFFICIAL, "TR", "minister", "Q1", "Hakan Fidan")
                        .key())
                .isEqualTo("Q1");
        assertThat(actor(Standing.OFFICIAL, "TR", "minister", null, "Hakan Fidan")
                        .key())
                .startsWith("person:TR:")
                .isEqualTo(actor(Standing.OFFICIAL, "TR", null, null, "Hakan Fidan")
                        .key());
        assertThat(actor(Standing.OFFICIAL, "TR", "minister", null, "").key()).isEqualTo("office:TR:minister");
        assertThat(actor(Standing.GROUP, "TR", null, null, "").key()).isEqualTo("delegation:TR");
    }

    @Test
    void aVisitorIsAnOfficialOrAGroupFromAbroad() {
        for (Standing standing : Standing.values()) {
            boolean visits = standing == Standing.OFFICIAL || standing == Standing.GROUP;
            assertThat(actor(standing, "TR", null, null, "").visitor()).isEqualTo(visits);
        }
        Actor own =
                new Actor(SECTION, 0, 0, 2, Side.HOME, Standing.OFFICIAL, "IQ", null, null, "", "", Set.of(), false);
        assertThat(own.visitor()).isFalse();
    }

    @Test
    void aStrangerTakesStateAndOfficeOfWhatDescribesHimAndAGroupThatDoesMakesHimAnOfficial() {
        Actor stranger = actor(Standing.PERSON, "", null, null, "Kemal Aydin").with(Trait.NATION_LENT);
        Actor described = stranger.describedBy(
                actor(Standing.GROUP, "TR", "delegation", null, "").with(Trait.NATION_SAID));
        assertThat(described.standing()).isEqualTo(Standing.OFFICIAL);
        assertThat(described.country()).isEqualTo("TR");
        assertThat(described.officeKind()).isEqualTo("delegation");
        assertThat(described.name()).isEqualTo("Kemal Aydin");
        assertThat(described.traits()).containsExactly(Trait.NATION_SAID);
        assertThat(stranger.describedBy(actor(Standing.RESIDENT, "TR", "ambassador", null, ""))
                        .standing())
                .isEqualTo(Standing.RESIDENT);
    }

    @Test
    void whoIsSentActsForTheSenderUnlessHisStateIsSaid() {
        Actor lent = actor(Standing.OFFICIAL, "JO", null, null, "").with(Trait.NATION_LENT);
        assertThat(lent.sentBy("TR").country()).isEqualTo("TR");
        assertThat(lent.sentBy("TR").has(Trait.NATION_SAID)).isTrue();
        Actor said = actor(Standing.OFFICIAL, "JO", null, null, "");
        assertThat(said.sentBy("TR")).isEqualTo(said);
    }

    private static Actor actor(
            Standing standing, String country, @Nullable String office, @Nullable String person, String name) {
        return new Actor(SECTION, 0, 0, 2, Side.FOREIGN, standing, country, office, person, name, "", Set.of(), false);
    }
}
