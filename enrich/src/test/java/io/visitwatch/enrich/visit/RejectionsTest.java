package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.NoVisit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an article gives no report: whom it is about, in words, and the sentence that decided it. */
class RejectionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REVERSE | Iraq's Foreign Minister Fuad Hussein arrived in Tehran on Tuesday. | Fuad Hussein (IQ) of the watched country goes abroad",
                "REVERSE | The Iraqi foreign minister arrived in Tehran on Tuesday. | foreign minister (IQ) of the watched country goes abroad",
                "DOMESTIC | Kurdistan Region Prime Minister Masrour Barzani arrived in Baghdad on Tuesday. | Masrour Barzani (IQ) belongs to the watched country",
                "RESIDENT | US ambassador Alina Romanowski met Prime Minister Sudani at his office in Baghdad on Tuesday. | Alina Romanowski (US) is stationed there",
                "BACKGROUND | French President Emmanuel Macron visited Baghdad three years ago. | Emmanuel Macron (FR) came long before, or holds no office any more",
                "NONOFFICIAL | Actress Angelina Jolie arrived in Baghdad on Tuesday. | Actress holds no known foreign office",
                "OTHER_PLACE | Turkish Foreign Minister Hakan Fidan arrived in Erbil on Tuesday. | Hakan Fidan (TR) is in another place",
                "REMOTE | The prime minister of Iraq has invited President Emmanuel Macron to visit Baghdad. | Emmanuel Macron (FR) calls or writes, nobody travels",
                "BELOW_THRESHOLD | Will Turkish Foreign Minister Hakan Fidan visit Baghdad? | Hakan Fidan (TR) may visit, confidence ",
            })
    void saysWhoItIsAndWhatSpeaksAgainstAVisit(NoVisit.Reason reason, String text, String detail) {
        NoVisit rejection = first(text);
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.detail()).startsWith(detail.strip());
        assertThat(text).startsWith(Objects.requireNonNull(rejection.evidence()).sentence());
    }

    @Test
    void givesEachReasonOnceAndInTheOrderOfTheArticle() {
        assertThat(rejections("Turkish Foreign Minister Hakan Fidan arrived in Erbil on Tuesday. Jordanian Foreign"
                        + " Minister Ayman Safadi arrived in Erbil on Monday. Iraq's Foreign Minister Fuad Hussein"
                        + " arrived in Tehran on Tuesday."))
                .extracting(NoVisit::reason)
                .containsExactly(NoVisit.Reason.OTHER_PLACE, NoVisit.Reason.REVERSE);
    }

    @Test
    void aFindingOnTheThresholdIsAReportAndOneUnderItARejectionThatSaysSo() {
        String text = "Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday.";
        double confidence = Texts.read(text).reports().get(0).confidence();
        VisitExtractor.Result on = Texts.read(Texts.article("", text, Texts.DAY), confidence);
        assertThat(on.reports()).hasSize(1);
        assertThat(on.rejections()).isEmpty();
        VisitExtractor.Result over = Texts.read(Texts.article("", text, Texts.DAY), confidence + 0.0005);
        assertThat(over.reports()).isEmpty();
        assertThat(over.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.detail())
                        .isEqualTo("Hakan Fidan (TR) may visit, confidence " + confidence + " is under "
                                + (confidence + 0.0005)));
    }

    @Test
    void anArticleWithoutAnyClaimHasTheOneRejectionThatNothingLooksLikeAVisit() {
        for (String text : List.of("It rained in Oslo.", "Three people were killed in Baghdad on Tuesday.")) {
            NoVisit rejection = first(text);
            assertThat(rejection.reason()).isEqualTo(NoVisit.Reason.NO_VISIT);
            assertThat(rejection.detail()).isEqualTo("nothing in it looks like a visit to the watched country");
            assertThat(rejection.evidence()).isNull();
        }
    }

    @Test
    void anArticleOfAVisitHasNoRejectionThatNothingLooksLikeOne() {
        assertThat(rejections("Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Tuesday."))
                .isEmpty();
    }

    private static NoVisit first(String text) {
        VisitExtractor.Result result = Texts.read(text);
        assertThat(result.reports()).isEmpty();
        return result.rejections().get(0);
    }

    private static List<NoVisit> rejections(String text) {
        return Texts.read(text).rejections();
    }
}
