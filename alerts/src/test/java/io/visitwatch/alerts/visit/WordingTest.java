package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Host;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The English lines that tell people of a visit. */
class WordingTest {
    private static final VisitDeriver DERIVER = new VisitDeriver(LedgerConfig.standard());

    private static String line(Reports report) {
        return Wording.line(DERIVER.derive("v", List.of(report.build()), Overlay.NONE));
    }

    private static Reports fidan() {
        return Reports.of("a").visitor("Hakan Fidan", "TR", "foreign-minister").published("2026-03-10");
    }

    private static Visitor visitor(String name, String country, @Nullable String office) {
        return new Visitor("id", name, country, office, office, 2);
    }

    @Test
    void saysWhoWhatAndWhere() {
        assertThat(line(fidan())).isEqualTo("Hakan Fidan (foreign minister, Turkey) is visiting Baghdad");
    }

    @Test
    void countsWhoElseCame() {
        Reports two = fidan().visitor("Yasar Guler", "TR", "defence-minister");
        assertThat(line(two)).contains(") and 1 other is visiting");
        Reports three =
                fidan().visitor("Yasar Guler", "TR", "defence-minister").visitor("Omer Bolat", "TR", "trade-minister");
        assertThat(line(three)).contains(") and 2 others is visiting");
    }

    @Test
    void callsTheUnnamedByTheirOfficeAndTheNamedWithoutOfficeByTheirState() {
        assertThat(Wording.who(visitor("", "FR", "foreign-minister"))).isEqualTo("The foreign minister of France");
        assertThat(Wording.who(visitor("", "FR", "delegation"))).isEqualTo("A delegation of France");
        assertThat(Wording.who(visitor("", "", null))).isEqualTo("A delegation of an unknown state");
        assertThat(Wording.who(visitor("Ada Moreau", "FR", "delegation"))).isEqualTo("Ada Moreau (France)");
        assertThat(Wording.who(visitor("Ada Moreau", "FR", null))).isEqualTo("Ada Moreau (France)");
    }

    @Test
    void namesTheCountryWhereNoReportSaysMore() {
        assertThat(line(fidan().place(PlaceLevel.COUNTRY, "iraq"))).endsWith(" is visiting Iraq");
        assertThat(line(fidan().place(PlaceLevel.COUNTRY, "saudi-arabia"))).endsWith(" is visiting Saudi Arabia");
    }

    @Test
    void saysWhenOnlyWhereATextSaysSo() {
        assertThat(line(fidan().on("2026-03-09"))).endsWith(" Baghdad on 2026-03-09");
        assertThat(line(fidan().between("2026-03-09", "2026-03-12", Precision.WEEK)))
                .endsWith(" Baghdad between 2026-03-09 and 2026-03-12");
        assertThat(line(fidan().between("2026-03-10", "2026-03-10", Precision.PUBLISHED)))
                .as("the day of publication is no date of the visit")
                .endsWith(" Baghdad");
    }

    @Test
    void hasWordsOfItsOwnForEveryStatus() {
        List<String> words =
                Arrays.stream(VisitStatus.values()).map(Wording::says).toList();
        assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void callsAHostByNameThenByOffice() {
        assertThat(Wording.host(new Host("h", "Fuad Hussein", "foreign-minister")))
                .isEqualTo("Fuad Hussein");
        assertThat(Wording.host(new Host("h", "", "foreign-minister"))).isEqualTo("the foreign minister");
        assertThat(Wording.host(new Host("h", "", null))).isEqualTo("a host");
    }
}
