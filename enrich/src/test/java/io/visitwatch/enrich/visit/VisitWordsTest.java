package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitReport;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a visit is, and what for, where an article says it in several ways or in none. */
class VisitWordsTest {
    /** Text, and the purpose of its first report. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hakan Fidan arrived in Baghdad to discuss water. | to discuss water",
                "Hakan Fidan arrived in Baghdad to discuss water, the border and trade. | to discuss water",
                "Hakan Fidan arrived in Baghdad. He will be in Baghdad to discuss water. | to discuss water",
                "Hakan Fidan arrived in Baghdad. | ",
                "To discuss water, Hakan Fidan flew to Baghdad. | ",
                "وصل هاكان فيدان إلى بغداد لبحث ملف المياه. | لبحث ملف المياه",
                "وصل هاكان فيدان إلى بغداد لبحث. | ",
                "Hakan Fidan arrived in Baghdad to discuss. | ",
                "Hakan Fidan arrived in Baghdad a b c d e f g h i j k l m n o p q r s t u v to discuss water. | to discuss water",
                "Hakan Fidan arrived in Baghdad a b c d e f g h i j k l m n o p q r s t u v w to discuss water. | ",
                "Hakan Fidan arrived in Baghdad to discuss one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen. | to discuss one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
            })
    void thePurposeIsTheClauseBehindTheFirstClaim(String text, String purpose) {
        assertThat(report(text).purpose()).isEqualTo(purpose);
    }

    /** Text, and the dates of its first report. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hakan Fidan will visit Baghdad next week. Hakan Fidan will arrive in Baghdad on Monday. | DAY 2024-09-16 2024-09-16",
                "Hakan Fidan will visit Baghdad next week. Hakan Fidan will arrive in Baghdad in October. | WEEK 2024-09-16 2024-09-22",
                "Hakan Fidan will visit Baghdad in October. Hakan Fidan will arrive in Baghdad next week. | MONTH 2024-10-01 2024-10-31",
                "Hakan Fidan arrived in Baghdad on Friday. | DAY 2024-09-06 2024-09-06",
                "Hakan Fidan will visit Baghdad on Friday. | DAY 2024-09-13 2024-09-13",
                "Hakan Fidan arrived in Baghdad. He will visit Baghdad in October. | PUBLISHED 2024-09-09 2024-09-11",
                "Hakan Fidan is in Baghdad. | PUBLISHED 2024-09-09 2024-09-11",
                "Hakan Fidan will visit Baghdad. | NONE null null",
            })
    void theDatesAreTheFirstDayThatFitsElseTheFirstStretchElseTheNews(String text, String dates) {
        VisitDates read = report(text).dates();
        assertThat(read.precision() + " " + read.start() + " " + read.end()).isEqualTo(dates);
    }

    private static VisitReport report(String text) {
        List<VisitReport> reports = Texts.read(text).reports();
        assertThat(reports).isNotEmpty();
        return reports.get(0);
    }
}
