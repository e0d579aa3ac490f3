package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.ScorePart;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure a claim is: weights by name, their sum as a probability. */
class VisitModelTest {
    @Test
    void thePartsAreTheBiasAndThenTheFeaturesByName() {
        assertThat(VisitModel.bundled().parts(Set.of("rule:arrives", "place:clause", "question")))
                .extracting(ScorePart::feature)
                .containsExactly("bias", "place:clause", "question", "rule:arrives");
    }

    @ParameterizedTest
    @CsvSource({"rule:arrives, 1", "known-official, 1", "support, 1", "irrealis, -1", "question, -1", "group, -1"})
    void whatSpeaksForAVisitIsWorthMoreThanNothingAndWhatSpeaksAgainstItLess(String feature, int sign) {
        assertThat(Math.signum(weight(feature))).isEqualTo(sign);
    }

    @Test
    void aFeatureWithoutAWeightAddsNothingAndAClaimOfNoneIsUnlikely() {
        assertThat(weight("no such feature")).isZero();
        assertThat(VisitModel.probability(VisitModel.bundled().parts(List.of())))
                .isBetween(0.1, 0.4);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "2, 0.881", "-2, 0.119", "40, 1", "-40, 0", "-800, 0"})
    void theSumOfThePartsIsAProbabilityOfThreeDigits(double sum, double probability) {
        assertThat(VisitModel.probability(List.of(new ScorePart("one", sum - 1), new ScorePart("two", 1))))
                .isEqualTo(probability);
    }

    private static double weight(String feature) {
        return VisitModel.bundled().parts(Set.of(feature)).get(1).weight();
    }
}
