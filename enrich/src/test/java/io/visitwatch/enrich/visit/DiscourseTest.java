package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.visit.Actor.Side;
import io.visitwatch.enrich.visit.Actor.Standing;
import io.visitwatch.enrich.visit.Actor.Trait;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an article has said so far. */
class DiscourseTest {
    private static final Section SECTION = Texts.frame("Hakan Fidan arrived.").section();
    private final Discourse story = new Discourse();

    @Test
    void remembersWhoWasNamedInFullByTheSurname() {
        Actor fidan = actor("Hakan Fidan", "TR", null, false, Trait.NAMED);
        story.note(fidan);
        story.note(actor("Other Fidan", "JO", null, false, Trait.NAMED));
        assertThat(story.named("fidan")).isEqualTo(fidan);
        assertThat(story.named("hakan")).isNull();
    }

    @Test
    void aSurnameAloneANameWithoutAStateAndAStateWithoutANameTellNothing() {
        story.note(actor("Fidan", "TR", null, false, Trait.SURNAME));
        story.note(actor("Ali Safadi", "", null, false, Trait.NAMED));
        story.note(actor("", "TR", null, false));
        assertThat(story.named("fidan")).isNull();
        assertThat(story.named("safadi")).isNull();
        assertThat(story.named("")).isNull();
    }

    @Test
    void aStateThatIsSaidTakesThePlaceOfOneThatWasLent() {
        for (Trait guess : Set.of(Trait.NATION_LENT, Trait.NATION_ECHOED)) {
            Discourse discourse = new Discourse();
            Actor said = actor("Hakan Fidan", "TR", null, false, Trait.NATION_SAID);
            discourse.note(actor("Hakan Fidan", "JO", null, false, guess));
            discourse.note(actor("Nobody Fidan", "KW", null, false, Trait.NATION_SAID));
            assertThat(Objects.requireNonNull(discourse.named("fidan")).country())
                    .isEqualTo("JO");
            discourse.note(said);
            assertThat(discourse.named("fidan")).isEqualTo(said);
            discourse.note(actor("Hakan Fidan", "QA", null, false, guess));
            assertThat(discourse.named("fidan")).isEqualTo(said);
        }
    }

    @Test
    void remembersWhoseOfficeWasSpokenOfFirst() {
        story.note(actor("", "TR", "foreign-minister", false, Trait.NATION_SAID));
        story.note(actor("", "JO", "foreign-minister", false, Trait.NATION_SAID));
        story.note(actor("Hakan Fidan", "TR", "defence-minister", false, Trait.KNOWN));
        story.note(actor("Ayman Safadi", "JO", "speaker", false, Trait.KNOWN, Trait.NATION_LENT));
        assertThat(story.countryOfOffice("foreign-minister")).isEqualTo("TR");
        assertThat(story.countryOfOffice("defence-minister")).isNull();
        assertThat(story.countryOfHolder("defence-minister")).isEqualTo("TR");
        assertThat(story.countryOfHolder("foreign-minister")).isNull();
        assertThat(story.countryOfHolder("speaker")).isNull();
    }

    @Test
    void theLastVisitorIsAFreeOneWhileThereIsAny() {
        Actor governed = actor("Ayman Safadi", "JO", null, true);
        Actor free = actor("Hakan Fidan", "TR", null, false);
        story.note(governed);
        assertThat(story.lastVisitor()).isEqualTo(governed);
        assertThat(story.lastSubject()).isNull();
        story.note(free);
        story.note(governed);
        assertThat(story.lastVisitor()).isEqualTo(free);
        assertThat(story.lastSubject()).isEqualTo(free);
    }

    @Test
    void aCopyKeepsTheStoryAndAFreshOneTheNamesAlone() {
        Actor fidan = actor("Hakan Fidan", "TR", "foreign-minister", false, Trait.NATION_SAID);
        Actor safadi = actor("Ayman Safadi", "JO", "speaker", false, Trait.KNOWN);
        story.note(fidan);
        story.note(safadi);
        Discourse copy = story.copy();
        assertThat(copy.lastVisitor()).isEqualTo(safadi);
        assertThat(copy.lastSubject()).isEqualTo(safadi);
        Discourse fresh = story.forgetStory();
        assertThat(fresh.lastVisitor()).isNull();
        assertThat(fresh.lastSubject()).isNull();
        for (Discourse each : new Discourse[] {copy, fresh}) {
            assertThat(each.named("fidan")).isEqualTo(fidan);
            assertThat(each.countryOfOffice("foreign-minister")).isEqualTo("TR");
            assertThat(each.countryOfHolder("speaker")).isEqualTo("JO");
        }
    }

    private static Actor actor(
            String name, String country, @Nullable String office, boolean governed, Trait... traits) {
        return new Actor(
                SECTION,
                0,
                0,
                2,
                Side.FOREIGN,
                Standing.OFFICIAL,
                country,
                office,
                null,
                name,
                "",
                Set.of(traits),
                governed);
    }
}
