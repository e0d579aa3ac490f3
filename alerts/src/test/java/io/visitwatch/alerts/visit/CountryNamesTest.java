package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryNamesTest {
    @Test
    void aStateHasOneNameUnderEveryJavaVersion() {
        assertThat(CountryNames.of("TR")).isEqualTo("Turkey");
        assertThat(CountryNames.of("CI")).isEqualTo("Côte d’Ivoire");
        assertThat(CountryNames.of("UNAMI")).isEqualTo("UNAMI");
    }

    @Test
    void everyStateHasAName() {
        assertThat(Locale.getISOCountries())
                .allSatisfy(
                        code -> assertThat(CountryNames.of(code)).isNotBlank().isNotEqualTo(code));
    }
}
