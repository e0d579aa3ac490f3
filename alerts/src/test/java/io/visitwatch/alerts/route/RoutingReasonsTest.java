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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every decision says why, in words that name what decided; what no route wants reaches nobody. */
class RoutingReasonsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Alert ALERT = Alerts.arrival().build();
    private static final Routing PLAIN = Routing.to("desk");

    @Test
    void namesTheRouteThatTells() {
        assertThat(only(PLAIN, ALERT)).satisfies(decision -> {
            assertThat(decision.why()).isEqualTo("route root");
            assertThat(decision.due()).isEqualTo(NOW);
            assertThat(decision.target().repeatInterval()).isEqualTo(Duration.ofHours(4));
        });
    }

    @Test
    void namesHistoryAndQuietChanges() {
        assertThat(only(PLAIN, Alerts.arrival().fromHistory().build()).why()).contains("imported history");
        Alert more = Alerts.arrival()
                .with(VisitChange.NEW_SOURCE, VisitStatus.ARRIVED)
                .build();
        Decision quiet = only(PLAIN, more);
        assertThat(quiet.why()).isEqualTo("NEW_SOURCE wakes nobody");
        assertThat(quiet.due()).isEqualTo(NOW);
    }

    @Test
    void namesTheAnalystWhoSilencedAVisitForAWhile() {
        Decision held =
                only(PLAIN, Alerts.arrival().silenced(NOW.plusSeconds(1)).build());
        assertThat(held.verdict()).isEqualTo(Verdict.SILENCED);
        assertThat(held.why()).isEqualTo("an analyst silenced this visit until 2026-03-10T09:00:01Z");
        assertThat(only(PLAIN, Alerts.arrival().silenced(NOW).build()).verdict())
                .as("at its end")
                .isEqualTo(Verdict.NOTIFY);
    }

    @Test
    void namesTheSilenceItsEndAndItsReason() {
        Silence own = silence("own", "country=TR", "the desk knows");
        Silence other = silence("other", "country=IR", "no matter");
        Decision held = only(PLAIN.with(List.of(other, own)), ALERT);
        assertThat(held.verdict()).isEqualTo(Verdict.SILENCED);
        assertThat(held.why()).isEqualTo("silence own until 2026-03-10T10:00:00Z: the desk knows");
        assertThat(only(PLAIN.with(List.of(other)), ALERT).verdict()).isEqualTo(Verdict.NOTIFY);
        assertThat(only(PLAIN.with(List.of(own)).with(List.of(other)), ALERT).verdict())
                .as("silences add up")
                .isEqualTo(Verdict.SILENCED);
    }

    @Test
    void aSilenceNeedsAnEndAfterItsStart() {
        assertThatThrownBy(() -> new Silence("s", Matchers.parse(List.of("rank=1")), NOW, NOW, "ana", ""))
                .hasMessageContaining("not after its start");
    }

    @Test
    void namesTheRuleAndTheVisitThatInhibit() {
        Alert deputy = Alerts.arrival()
                .of("v2")
                .by(new Visitor("x:tr:kaya", "Ali Kaya", "TR", "deputy-minister", null, 3))
                .build();
        Inhibition rule = new Inhibition(
                "minister-first",
                Matchers.parse(List.of("rank<=2")),
                Matchers.parse(List.of("rank>=3")),
                List.of("country"));
        Routing routing = new Routing(Route.to("desk"), List.of(), List.of(rule), Map.of(), Set.of());
        Decision decision =
                routing.decide(deputy, List.of(AlertLabels.of(ALERT)), NOW).get(0);
        assertThat(decision.why()).isEqualTo("rule minister-first: visit v1 is told already");
    }

    @Test
    void theLongestOfSeveralMuteTimesCounts() {
        MuteTime first = new MuteTime("short", Set.of(), LocalTime.of(8, 0), LocalTime.of(10, 0), ZoneOffset.UTC);
        MuteTime last = new MuteTime("long", Set.of(), LocalTime.of(8, 0), LocalTime.of(12, 0), ZoneOffset.UTC);
        Route root = new Route(
                "root", "desk", Matchers.ANY, false, List.of(), null, null, List.of("long", "short"), List.of());
        Routing routing = new Routing(root, List.of(), List.of(), Map.of("short", first, "long", last), Set.of());
        assertThat(only(routing, ALERT).why()).isEqualTo("mute time until 2026-03-10T12:00:00Z");
        assertThat(routing.decide(ALERT, List.of(), NOW.plusSeconds(10_800))
                        .get(0)
                        .verdict())
                .as("over at its last minute")
                .isEqualTo(Verdict.NOTIFY);
    }

    @Test
    void whatNoRouteWantsOrNoReceiverTakesReachesNobody() {
        Route picky = new Route(
                "root",
                "desk",
                Matchers.parse(List.of("country=IR")),
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
        Route nameless = new Route("root", null, Matchers.ANY, false, List.of(), null, null, List.of(), List.of(picky));
        for (Route root : List.of(picky, nameless)) {
            Routing routing = new Routing(root, List.of(), List.of(), Map.of(), Set.of());
            assertThat(routing.decide(ALERT, List.of(), NOW)).isEmpty();
            assertThat(routing.receivers()).containsExactly("desk");
        }
    }

    @Test
    void childrenKeepWhatTheySayThemselves() {
        Route child = new Route(
                "child",
                "desk",
                Matchers.ANY,
                false,
                List.of("place"),
                Duration.ofSeconds(5),
                Duration.ofMinutes(7),
                List.of("own"),
                List.of());
        Route root = new Route(
                "root",
                "all",
                Matchers.ANY,
                false,
                List.of("country"),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                List.of("inherited"),
                List.of(child));
        assertThat(root.match(AlertLabels.of(ALERT)))
                .containsExactly(new Route.Target(
                        "root/child",
                        "desk",
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(7),
                        List.of("place"),
                        List.of("own")));
        Route bare = new Route("bare", null, Matchers.ANY, false, List.of(), null, null, List.of(), List.of());
        Route parent = new Route(
                "root",
                "all",
                Matchers.ANY,
                false,
                List.of(),
                null,
                Duration.ofHours(1),
                List.of("inherited"),
                List.of(bare));
        assertThat(parent.match(AlertLabels.of(ALERT)))
                .containsExactly(new Route.Target(
                        "root/bare", "all", Duration.ZERO, Duration.ofHours(1), List.of(), List.of("inherited")));
    }

    @Test
    void anAbsentLabelCountsAsTheEmptyString() {
        AlertLabels nobody = AlertLabels.of(Alerts.arrival()
                .by(new Visitor("x:envoy", "", "UN", null, "envoy", 4))
                .build());
        assertThat(Matcher.parse("office=\"\"").matches(nobody)).isTrue();
        assertThat(Matcher.parse("office!=\"\"").matches(nobody)).isFalse();
        assertThat(Matcher.parse("office=~\".+\"").matches(nobody)).isFalse();
        assertThat(Matcher.parse("rank>=1").matches(new AlertLabels(Map.of()))).isFalse();
        assertThat(Matcher.parse("rank<=9").matches(new AlertLabels(Map.of()))).isFalse();
        assertThat(Matcher.parse("rank>=4").matches(nobody)).isTrue();
        assertThat(Matcher.parse("rank<=4").matches(nobody)).isTrue();
    }

    @Test
    void aTextUnderPatienceIsStillThatText() {
        assertThat(PatientText.matches(Pattern.compile("(?<=a)?(.)\\1b$"), "aab"))
                .isTrue();
        assertThat(PatientText.matches(Pattern.compile("\\p{L}{3}"), "abc")).isTrue();
        assertThat(PatientText.matches(Pattern.compile("\\p{L}{3}"), "abcd")).isFalse();
    }

    private static Silence silence(String id, String matcher, String why) {
        return new Silence(
                id, Matchers.parse(List.of(matcher)), NOW.minusSeconds(1), NOW.plusSeconds(3_600), "ana", why);
    }

    private static Decision only(Routing routing, Alert alert) {
        List<Decision> decisions = routing.decide(alert, List.of(), NOW);
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }
}
