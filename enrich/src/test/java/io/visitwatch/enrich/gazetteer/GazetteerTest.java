package io.visitwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.bundled();

    private static List<String> found(String language, String text, String day) {
        FoldedText folded = Normalizer.fold(text);
        return GAZETTEER.find(folded, language, LocalDate.parse(day)).stream()
                .map(match -> match.kind().word() + ":" + match.id())
                .toList();
    }

    @Test
    void findsOfficePersonAndPlaceInEnglish() {
        assertThat(found("en", "US Secretary of State Mike Pompeo arrived in Baghdad on Tuesday.", "2019-05-07"))
                .containsExactly("country:US", "office:foreign-minister", "person:Q473239", "place:baghdad");
    }

    @Test
    void findsArabicNamesBehindGluedParticles() {
        assertThat(found("ar", "وصل وزير الخارجية الإيراني لبغداد", "2020-07-19"))
                .containsExactly("office:foreign-minister", "nationality:IR", "place:baghdad");
        assertThat(found("ar", "وللعراق", "2020-07-19")).containsExactly("country:IQ");
    }

    @Test
    void doesNotReadAMilitantAsACity() {
        assertThat(found("ar", "مقتل أبو بكر البغدادي", "2019-10-27")).containsExactly("trap:militant");
    }

    @Test
    void findsDeclinedRussianNames() {
        assertThat(found("ru", "прибыл в Багдаде, глава МИД России", "2019-10-07"))
                .containsExactly("place:baghdad", "office:foreign-minister", "country:RU");
    }

    @Test
    void readsUsAsACountryInCapitalsOnly() {
        assertThat(found("en", "He told us that the US sent troops", "2019-10-07"))
                .containsExactly("country:US");
    }

    @Test
    void namesTheHolderOfAnOfficeOnADay() {
        assertThat(GAZETTEER.holder("IR", "foreign-minister", LocalDate.parse("2020-07-19")))
                .hasValueSatisfying(match -> assertThat(match.person().name()).isEqualTo("Mohammad Javad Zarif"));
    }

    @Test
    void recognisesANameInAnotherScript() {
        assertThat(GAZETTEER.byName("محمد جواد ظريف", "IR", null, LocalDate.parse("2020-07-19")))
                .first()
                .satisfies(match -> assertThat(match.person().name()).isEqualTo("Mohammad Javad Zarif"));
    }
}
