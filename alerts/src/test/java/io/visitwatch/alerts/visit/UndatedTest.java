package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports out of archives that know neither when they were published nor when they were seen. */
class UndatedTest {
    private static final String EARLY = "|baghdad|first-premier";
    private static final String LATE = "|baghdad|second-premier";
    private static final String ANY = "|baghdad|any";

    private static Reports kerry(String article) {
        return Reports.of(article).visitor("Q1", "John Kerry", "US", "foreign-minister");
    }

    private static final VisitReport DATED =
            kerry("a").published("2014-06-23").season(EARLY).build();
    private static final VisitReport SAME_SEASON = kerry("b").undated(EARLY).build();
    private static final VisitReport OTHER_SEASON = kerry("c").undated(LATE).build();

    private static List<Visit> read(LedgerConfig config, VisitReport... reports) {
        VisitBook book = new VisitBook(new VisitLedger(config));
        Stream.of(reports).forEach(book::apply);
        return book.visits().stream().filter(v -> v.mergedInto() == null).toList();
    }

    static Stream<List<VisitReport>> orders() {
        return Stream.of(
                List.of(DATED, SAME_SEASON, OTHER_SEASON),
                List.of(SAME_SEASON, DATED, OTHER_SEASON),
                List.of(OTHER_SEASON, SAME_SEASON, DATED),
                List.of(OTHER_SEASON, DATED, SAME_SEASON));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void joinTheVisitWhoseArticlesGuessTheSameSeason(List<VisitReport> order) {
        List<Visit> visits = read(LedgerConfig.standard(), order.toArray(VisitReport[]::new));
        assertThat(visits).hasSize(2);
        assertThat(visits)
                .anySatisfy(v -> assertThat(v.sources())
                        .extracting(Visit.Source::articleId)
                        .containsExactly("a", "b"))
                .anySatisfy(v -> assertThat(v.sources())
                        .extracting(Visit.Source::articleId)
                        .containsExactly("c"));
    }

    @Test
    void ofOnePersonAndSeasonAreOneVisitThoughNobodyDatesIt() {
        VisitReport again = kerry("d").undated(EARLY).build();
        assertThat(read(LedgerConfig.standard(), SAME_SEASON, again, OTHER_SEASON))
                .extracting(
                        v -> v.sources().stream().map(Visit.Source::articleId).toList())
                .containsExactlyInAnyOrder(List.of("b", "d"), List.of("c"));
    }

    @Test
    void ofTwoPeopleInOneSeasonAreTwo() {
        VisitReport other = Reports.of("e")
                .visitor("Q2", "Ada Moreau", "FR", "foreign-minister")
                .undated(EARLY)
                .build();
        assertThat(read(LedgerConfig.standard(), SAME_SEASON, other)).hasSize(2);
    }

    @Test
    void ofAGatheringAreOneWhoeverTheyName() {
        VisitReport guest = kerry("f").key("gathering" + EARLY).build();
        VisitReport other = Reports.of("g")
                .visitor("Q2", "Ada Moreau", "FR", "foreign-minister")
                .key("gathering" + EARLY)
                .build();
        VisitReport later = Reports.of("h")
                .visitor("Q3", "Jan Berg", "DE", "foreign-minister")
                .key("gathering" + LATE)
                .build();
        assertThat(read(LedgerConfig.standard(), guest, other, later)).hasSize(2);
    }

    @Test
    void ofADelegationAreOneOnlyWhereTheyGuessTheSameWord() {
        VisitReport team = Reports.of("i").delegation("US").undated(EARLY).build();
        VisitReport same = Reports.of("j").delegation("US").undated(EARLY).build();
        VisitReport other =
                Reports.of("k").delegation("US").key("team:US" + EARLY).build();
        assertThat(read(LedgerConfig.standard(), team, same)).hasSize(1);
        assertThat(read(LedgerConfig.standard(), team, other)).hasSize(2);
    }

    @Test
    void sayNothingAboutTheDays() {
        Visit visit = read(LedgerConfig.standard(), SAME_SEASON, DATED).get(0);
        assertThat(visit.dates().start()).isEqualTo(LocalDate.of(2014, 6, 22));
        assertThat(visit.openedAt()).isEqualTo(DATED.eventTime());
        assertThat(read(LedgerConfig.standard(), SAME_SEASON).get(0).dates().start())
                .isNull();
    }

    @Test
    void areKeptUntilTheDatedReportsCome() {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        book.apply(SAME_SEASON);
        book.tick(DATED.eventTime());
        String id = book.visits().get(0).id();
        assertThat(book.apply(DATED).alerts())
                .allSatisfy(a -> assertThat(a.visit().id()).isEqualTo(id));
    }

    @Test
    void neverMakeAPlanOverdue() {
        VisitBook book = new VisitBook(new VisitLedger(LedgerConfig.standard()));
        book.apply(kerry("p").undated(EARLY).status(VisitStatus.ANNOUNCED).build());
        assertThat(book.tick(DATED.eventTime()).alerts()).isEmpty();
    }

    @Test
    void joinWhoeverElseHeadsTheDelegationInThisReport() {
        VisitReport other = Reports.of("d")
                .visitor("Q9", "Ann Aide", "US", "adviser")
                .visitor("Q1", "John Kerry", "US", "foreign-minister")
                .undated(EARLY)
                .build();
        assertThat(read(LedgerConfig.standard(), other, DATED)).hasSize(1);
    }

    @Test
    void ofADelegationWithoutNamesJoinNoNamedVisitor() {
        VisitReport vague = Reports.of("e")
                .visitor("delegation:US", "", "US", "delegation")
                .undated(EARLY)
                .build();
        assertThat(read(LedgerConfig.standard(), SAME_SEASON, vague)).hasSize(2);
    }

    /** A page that says nothing of its time belongs to the visit of its visitor that is told most, in any order. */
    @Test
    void thatGuessNothingJoinTheVisitToldMost() {
        VisitReport again = kerry("b").published("2014-06-23").season(EARLY).build();
        VisitReport other = kerry("c").published("2016-04-08").season(LATE).build();
        VisitReport timeless = kerry("t").undated(ANY).build();
        for (List<VisitReport> order : List.of(
                List.of(DATED, again, other, timeless),
                List.of(timeless, other, DATED, again),
                List.of(other, timeless, DATED, again))) {
            List<Visit> visits = read(LedgerConfig.standard().forAnyOrder(), order.toArray(VisitReport[]::new));
            assertThat(visits)
                    .hasSize(2)
                    .anySatisfy(v -> assertThat(v.sources())
                            .extracting(Visit.Source::articleId)
                            .containsExactlyInAnyOrder("a", "b", "t"));
        }
    }

    @Test
    void thatGuessNothingAreNotOfSomebodyElse() {
        VisitReport timeless = Reports.of("t")
                .visitor("Q7", "Ann Other", "US", "foreign-minister")
                .undated(ANY)
                .build();
        assertThat(read(LedgerConfig.standard().forAnyOrder(), DATED, timeless)).hasSize(2);
    }

    @Test
    void ofOneGatheringAreOneVisitWhoeverComes() {
        VisitReport egypt = Reports.of("f")
                .visitor("Q2", "Abdel Fattah el-Sisi", "EG", "head-of-state")
                .key("gathering" + EARLY)
                .build();
        VisitReport kuwait = Reports.of("g")
                .visitor("delegation:KW", "", "KW", "delegation")
                .key("gathering" + EARLY)
                .build();
        VisitReport later = Reports.of("h")
                .visitor("Q3", "Mahmoud Abbas", "PS", "head-of-state")
                .key("gathering" + LATE)
                .build();
        assertThat(read(LedgerConfig.standard(), egypt, kuwait, later)).hasSize(2);
        assertThat(read(LedgerConfig.standard(), later, kuwait, egypt)).hasSize(2);
    }

    @Test
    void ofAnOfficeAloneJoinTheVisitOfItsHolder() {
        VisitReport office = Reports.of("i")
                .office("US", "foreign-minister")
                .undated("|baghdad|any")
                .build();
        VisitReport another = Reports.of("j")
                .office("US", "defence-minister")
                .undated("|baghdad|any")
                .build();
        VisitReport vague =
                Reports.of("k").office("US", "minister").undated("|baghdad|any").build();
        assertThat(read(LedgerConfig.standard(), office, SAME_SEASON)).hasSize(1);
        assertThat(read(LedgerConfig.standard(), SAME_SEASON, office)).hasSize(1);
        assertThat(read(LedgerConfig.standard(), another, SAME_SEASON)).hasSize(2);
        assertThat(read(LedgerConfig.standard(), vague, SAME_SEASON)).hasSize(2);
        assertThat(read(LedgerConfig.standard(), office, SAME_SEASON, DATED)).hasSize(2);
        assertThat(read(LedgerConfig.standard(), DATED, SAME_SEASON, office)).hasSize(2);
    }
}
