package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.tag.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shape of an Arabic word tells. */
class ArabicWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ورئيس", "والوفد", "ومدير"})
    void aTitleMayBeginWithAnd(String word) {
        assertThat(ArabicWords.andHead(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"وزير", "وزيرة", "وكيله", "وفدها", "رئيسها", "وملك", ""})
    void aTitleThatOwnsTheLetterOrAShortWordDoesNot(String word) {
        assertThat(ArabicWords.andHead(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"سيزور", "ستزور"})
    void aVerbOfTheFutureHasItsParticle(String word) {
        assertThat(ArabicWords.future(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"سفير", "سيدة", "سلطان", "يزورها", ""})
    void aNounIsNoVerbOfTheFuture(String word) {
        assertThat(ArabicWords.future(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"بوعده", "لوفدها", "كوعدهم"})
    void aPhraseInOneWordHasAPrepositionAndAPronoun(String word) {
        assertThat(ArabicWords.governedPronoun(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"كلهم", "وفدها", "بغداد", "لبنان"})
    void anotherWordIsNoPhrase(String word) {
        assertThat(ArabicWords.governedPronoun(word)).isFalse();
    }

    @Test
    void thePhraseOfTwoEndsInTheirPronoun() {
        Frame frame = Texts.frame("التقى هاكان فيدان محمد شياع السوداني خلال اجتماعهما في بغداد.");
        assertThat(frame.sentence().cues())
                .filteredOn(cue -> ArabicWords.ofBoth(frame.section(), cue))
                .extracting(cue -> frame.section().surface(cue.start(), cue.end()))
                .contains("اجتماعهما")
                .doesNotContain("التقى");
    }

    @Test
    void thePrepositionOfComingIsNotThatOfSpeakingAbout() {
        Section section = Texts.frame("دعا من بغداد عن العراق").section();
        assertThat(ArabicWords.from(section, 1)).isTrue();
        assertThat(ArabicWords.from(section, 3)).isFalse();
        assertThat(ArabicWords.from(section, -1)).isFalse();
    }

    @Test
    void aFamilyNameHasTheArticleAndTheEndingAndIsNoNameOrWordKnown() {
        Frame family = Texts.frame("قال مقداد الشريفي ذلك");
        assertThat(familyName(family, 2)).isTrue();
        assertThat(familyName(family, 1)).isFalse();
        assertThat(familyName(family, 4)).isFalse();
        assertThat(familyName(Texts.frame("قال مقداد، الشريفي ذلك"), 2)).isFalse();
        assertThat(familyName(Texts.frame("قال مقداد الكبير ذلك"), 2)).isFalse();
        assertThat(familyName(Texts.frame("قال الوزير التركي ذلك"), 2)).isFalse();
    }

    private static boolean familyName(Frame frame, int token) {
        return ArabicWords.familyName(frame.section(), frame.sentence(), token);
    }
}
