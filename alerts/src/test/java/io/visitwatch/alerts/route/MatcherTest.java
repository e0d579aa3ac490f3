package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.visitwatch.alerts.Alerts;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final AlertLabels LABELS = AlertLabels.of(Alerts.arrival().build());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "country=TR ; true",
                "country=tr ; true",
                "country!=TR ; false",
                "country=~\"TR|IR\" ; true",
                "country!~\"TR|IR\" ; false",
                "visitor=\"Kemal Aydin\" ; true",
                "visitor=~\".*Aydin\" ; true",
                "visitor=~Aydin ; false",
                "office=foreign-minister ; true",
                "rank<=2 ; true",
                "rank<=1 ; false",
                "confidence>=0.9 ; true",
                "confidence>=0.95 ; false",
                "status=arrived ; true",
                "phase=happening ; true",
                "change=new-visit ; true",
                "language=en ; true",
                "class=agency ; true",
                "place=baghdad ; true",
                "level=place ; true",
                "confirmed=false ; true",
            })
    void readsAConditionOnOneLabel(String matcher, boolean expected) {
        assertThat(Matcher.parse(matcher).matches(LABELS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "country", "country==", "nation=TR", "country=~\"(\"", "country>=3", "rank>=high", "=TR"})
    void refusesWhatIsNoMatcherAndSaysWhy(String text) {
        assertThatThrownBy(() -> Matcher.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matcher");
    }

    @ParameterizedTest
    @ValueSource(ints = {Matcher.MAX_PATTERN + 1, 5000})
    void refusesALongExpression(int length) {
        assertThatThrownBy(() -> Matcher.parse("visitor=~\"" + "a".repeat(length) + "\""))
                .hasMessageContaining("longer than");
    }

    @Test
    void givesUpAnExpressionThatWouldTryForYears() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(PatientText.matches(Pattern.compile("(a+)+x"), "a".repeat(10_000)))
                        .isFalse());
        assertThat(PatientText.matches(Pattern.compile("(?i).*ministry.*"), "The Ministry of Oil"))
                .isTrue();
    }

    @Test
    void takesAnExpressionOfTheLongestLengthAndWritesItselfAsItIsRead() {
        String longest = "x".repeat(Matcher.MAX_PATTERN);
        assertThat(Matcher.parse("visitor=~" + longest)).hasToString("visitor=~\"" + longest + "\"");
        assertThat(Matchers.parse(List.of("country!=TR", "rank<=2")).toString())
                .contains("country!=\"TR\"", "rank<=\"2\"");
    }
}
