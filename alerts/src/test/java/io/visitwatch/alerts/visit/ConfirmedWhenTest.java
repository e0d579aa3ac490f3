package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The condition of a confirmed visit, as people write it. */
class ConfirmedWhenTest {
    @ParameterizedTest
    @CsvSource({
        "2 independent sources or 1 official, 2, 1",
        "3 independent, 3, 0",
        "1 official source, 0, 1",
        "' 1  Official  or 4 INDEPENDENT sources ', 4, 1"
    })
    void isReadInEitherOrder(String text, int independent, int official) {
        assertThat(ConfirmedWhen.parse(text)).isEqualTo(new ConfirmedWhen(independent, official));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two independent", "2 anonymous", "2 independent or", "1000 official", "-1 official"})
    void refusesOtherWordsAndNamesThem(String text) {
        assertThatThrownBy(() -> ConfirmedWhen.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not read like \"2 independent sources or 1 official\"");
    }

    @Test
    void refusesLessThanNone() {
        assertThatThrownBy(() -> new ConfirmedWhen(-1, 0)).hasMessage("confirmed: -1 independent or 0 official");
        assertThatThrownBy(() -> new ConfirmedWhen(0, -1)).hasMessage("confirmed: 0 independent or -1 official");
    }

    @Test
    void isMetByEitherAndNeverByWhatDoesNotCount() {
        ConfirmedWhen either = new ConfirmedWhen(2, 1);
        assertThat(either.met(1, 0)).isFalse();
        assertThat(either.met(2, 0)).isTrue();
        assertThat(either.met(1, 1)).isTrue();
        assertThat(new ConfirmedWhen(0, 2).met(9, 1)).isFalse();
        assertThat(new ConfirmedWhen(2, 0).met(1, 9)).isFalse();
    }
}
