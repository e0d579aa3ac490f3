package io.visitwatch.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.route.Routing.Decision;
import io.visitwatch.alerts.route.Routing.Verdict;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-10T09:00:00Z"); // 12:00 in Baghdad
    private static final Alert ALERT = Alerts.arrival().build();

    @Test
    void theDeepestMatchingRouteWins() {
        Route tree = node("root", "all", List.of(), false, node("tr", "desk", List.of("country=TR"), false));
        assertThat(receivers(routing(tree), ALERT)).containsExactly("desk");
    }

    @Test
    void theRootTakesWhatNoChildWants() {
        Route tree = node("root", "all", List.of(), false, node("ir", "desk", List.of("country=IR"), false));
        assertThat(receivers(routing(tree), ALERT)).containsExactly("all");
    }

    @Test
    void theFirstMatchingChildEndsTheSearchUnlessItSaysContinue() {
        Route first = node("first", "one", List.of("rank<=2"), false);
        Route second = node("second", "two", List.of("country=TR"), false);
        Route onward = node("first", "one", List.of("rank<=2"), true);
        assertThat(receivers(routing(node("root", "all", List.of(), false, first, second)), ALERT))
                .containsExactly("one");
        assertThat(receivers(routing(node("root", "all", List.of(), false, onward, second)), ALERT))
                .containsExactly("one", "two");
    }

    @Test
    void oneReceiverIsToldOnceHoweverManyRoutesReachIt() {
        Route one = node("one", "desk", List.of("rank<=2"), true);
        Route two = node("two", "desk", List.of("country=TR"), false);
        assertThat(receivers(routing(node("root", "all", List.of(), false, one, two)), ALERT))
                .containsExactly("desk");
    }

    @Test
    void childrenInheritReceiverAndTimes() {
        Route child = new Route(
                "child",
                null,
                Matchers.parse(List.of("country=TR")),
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
        Route root = new Route(
                "root",
                "all",
                Matchers.ANY,
                false,
                List.of("country"),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                List.of(),
                List.of(child));
        Decision decision = routing(root).decide(ALERT, List.of(), TUESDAY_NOON).get(0);
        assertThat(decision.target().path()).isEqualTo("root/child");
        assertThat(decision.target().receiver()).isEqualTo("all");
        assertThat(decision.target().groupBy()).containsExactly("country");
        assertThat(decision.due()).isEqualTo(TUESDAY_NOON.plusSeconds(30));
    }

    @Test
    void importedHistoryWakesNobody() {
        assertThat(verdict(Routing.to("desk"), Alerts.arrival().fromHistory().build()))
                .isEqualTo(Verdict.BACKFILL);
    }

    @Test
    void oneMoreSourceWakesNobodyByDefault() {
        Alert more = Alerts.arrival()
                .with(VisitChange.NEW_SOURCE, VisitStatus.ARRIVED)
                .build();
        assertThat(verdict(Routing.to("desk"), more)).isEqualTo(Verdict.QUIET);
    }

    @Test
    void aSilenceHoldsOnlyInItsTime() {
        Routing silenced = Routing.to("desk")
                .with(List.of(new Silence(
                        "s1",
                        Matchers.parse(List.of("country=TR")),
                        TUESDAY_NOON,
                        TUESDAY_NOON.plusSeconds(60),
                        "ana",
                        "known")));
        assertThat(silenced.decide(ALERT, List.of(), TUESDAY_NOON.minusSeconds(1))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOTIFY);
        assertThat(silenced.decide(ALERT, List.of(), TUESDAY_NOON).get(0).verdict())
                .isEqualTo(Verdict.SILENCED);
        assertThat(silenced.decide(ALERT, List.of(), TUESDAY_NOON.plusSeconds(60))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOTIFY);
    }

    @Test
    void aSilenceWithoutMatcherIsRefused() {
        assertThatThrownBy(() -> new Silence("s1", Matchers.ANY, TUESDAY_NOON, TUESDAY_NOON.plusSeconds(1), "ana", ""))
                .hasMessageContaining("would silence everything");
    }

    @Test
    void aMinistersVisitMutesHisDeputysOfTheSameCountry() {
        Alert deputy = Alerts.arrival()
                .of("v2")
                .by(new Visitor("x:tr:kaya", "Ali Kaya", "TR", "deputy-minister", null, 3))
                .build();
        Alert stranger = Alerts.arrival()
                .of("v3")
                .by(new Visitor("x:fr:roux", "Luc Roux", "FR", "deputy-minister", null, 3))
                .build();
        Inhibition rule = new Inhibition(
                "minister-first",
                Matchers.parse(List.of("rank<=2")),
                Matchers.parse(List.of("rank>=3")),
                List.of("country"));
        Routing routing = new Routing(Route.to("desk"), List.of(), List.of(rule), Map.of(), Routing.QUIET_BY_DEFAULT);
        List<AlertLabels> active = List.of(AlertLabels.of(ALERT));
        assertThat(routing.decide(deputy, active, TUESDAY_NOON).get(0).verdict())
                .isEqualTo(Verdict.INHIBITED);
        assertThat(routing.decide(stranger, active, TUESDAY_NOON).get(0).verdict())
                .isEqualTo(Verdict.NOTIFY);
        assertThat(routing.decide(ALERT, active, TUESDAY_NOON).get(0).verdict()).isEqualTo(Verdict.NOTIFY);
    }

    @Test
    void aMuteTimeRunsPastMidnightInItsOwnZone() {
        MuteTime nights = new MuteTime(
                "nights",
                Set.of(DayOfWeek.TUESDAY),
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                ZoneId.of("Asia/Baghdad"));
        assertThat(nights.holds(Instant.parse("2026-03-10T18:59:59Z"))).isFalse();
        assertThat(nights.holds(Instant.parse("2026-03-10T19:00:00Z"))).isTrue();
        assertThat(nights.holds(Instant.parse("2026-03-11T02:59:59Z"))).isTrue();
        assertThat(nights.holds(Instant.parse("2026-03-11T03:00:00Z"))).isFalse();
        assertThat(nights.holds(Instant.parse("2026-03-11T19:00:00Z"))).isFalse();
        assertThat(nights.endAfter(Instant.parse("2026-03-10T20:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-11T03:00:00Z"));
    }

    @Test
    void aMutedMessageGoesOutWhenTheMuteTimeEnds() {
        MuteTime noon =
                new MuteTime("noon", Set.of(), LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneId.of("Asia/Baghdad"));
        Route root = new Route("root", "desk", Matchers.ANY, false, List.of(), null, null, List.of("noon"), List.of());
        Decision decision = new Routing(root, List.of(), List.of(), Map.of("noon", noon), Set.of())
                .decide(ALERT, List.of(), TUESDAY_NOON)
                .get(0);
        assertThat(decision.verdict()).isEqualTo(Verdict.MUTED);
        assertThat(decision.due()).isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
    }

    @Test
    void aRouteThatNamesAnUnknownMuteTimeIsRefused() {
        Route root =
                new Route("root", "desk", Matchers.ANY, false, List.of(), null, null, List.of("nights"), List.of());
        assertThatThrownBy(() -> new Routing(root, List.of(), List.of(), Map.of(), Set.of()))
                .hasMessageContaining("nights");
    }

    private static Route node(String name, String receiver, List<String> matchers, boolean goOn, Route... children) {
        return new Route(
                name, receiver, Matchers.parse(matchers), goOn, List.of(), null, null, List.of(), List.of(children));
    }

    private static Routing routing(Route root) {
        return new Routing(root, List.of(), List.of(), Map.of(), Routing.QUIET_BY_DEFAULT);
    }

    private static List<String> receivers(Routing routing, Alert alert) {
        return routing.decide(alert, List.of(), TUESDAY_NOON).stream()
                .map(decision -> decision.target().receiver())
                .toList();
    }

    private static Verdict verdict(Routing routing, Alert alert) {
        return routing.decide(alert, List.of(), TUESDAY_NOON).get(0).verdict();
    }

    @Test
    void onlyWhatIsNotifiedNowOrLaterTells() {
        assertThat(java.util.Arrays.stream(Routing.Verdict.values()).filter(Routing.Verdict::tells))
                .containsExactly(Routing.Verdict.NOTIFY, Routing.Verdict.MUTED);
    }
}
