package io.visitwatch.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.route.Matchers;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Alerts.AT;
    private static final Alert ALERT = Alerts.arrival().build();

    private final Outbox outbox = new Outbox(RetrySchedule.STANDARD);

    @Test
    void theSameAlertTwiceIsPlannedOnce() {
        assertThat(plan(Routing.to("desk"), ALERT)).hasSize(1);
        assertThat(plan(Routing.to("desk"), ALERT)).isEmpty();
    }

    @Test
    void theIdDependsOnReceiverAndAlertAlone() {
        String id = plan(Routing.to("desk"), ALERT).get(0).id();
        assertThat(new Outbox(RetrySchedule.STANDARD)
                        .plan(ALERT, Routing.to("desk").decide(ALERT, List.of(), NOW), NOW.plusSeconds(99))
                        .get(0)
                        .id())
                .isEqualTo(id);
        assertThat(Notification.idOf("other", ALERT.id())).isNotEqualTo(id);
    }

    @Test
    void aTryIsWrittenDownBeforeTheReceiverIsCalled() {
        plan(Routing.to("desk"), ALERT);
        Notification begun = outbox.begin(Set.of(), NOW).get(0);
        assertThat(begun.state()).isEqualTo(Notification.State.SENDING);
        assertThat(begun.attempts()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTryAndMarkRepeatsWithTheSameIdAndTheNextAttempt() {
        plan(Routing.to("desk"), ALERT);
        Notification begun = outbox.begin(Set.of(), NOW).get(0);
        Outbox restarted = new Outbox(RetrySchedule.STANDARD);
        restarted.restore(begun);
        Notification again = restarted.begin(Set.of(), NOW).get(0);
        assertThat(again.id()).isEqualTo(begun.id());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void whatWasSentIsNotPlannedAgainAfterARestart() {
        plan(Routing.to("desk"), ALERT);
        Notification sent = finish(new DeliveryOutcome.Delivered());
        Outbox restarted = new Outbox(RetrySchedule.STANDARD);
        restarted.restore(sent);
        assertThat(restarted.plan(ALERT, Routing.to("desk").decide(ALERT, List.of(), NOW), NOW))
                .isEmpty();
        assertThat(restarted.open()).isEmpty();
    }

    @Test
    void aReceiverThatFailsHoldsUpNobodyElse() {
        Route both = new Route(
                "root",
                "a",
                Matchers.ANY,
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of(child("a", true), child("b", false)));
        plan(new Routing(both, List.of(), List.of(), Map.of(), Set.of()), ALERT);
        assertThat(outbox.begin(Set.of(), NOW))
                .extracting(Notification::receiver)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(outbox.begin(Set.of("a", "b"), NOW)).isEmpty();
    }

    @Test
    void retriesFollowTheScheduleAndThenPark() {
        plan(Routing.to("desk"), ALERT);
        Instant at = NOW;
        for (Duration wait : RetrySchedule.STANDARD.waits()) {
            Notification begun = outbox.begin(Set.of(), at).get(0);
            Notification retry = outbox.finish(begun, new DeliveryOutcome.Retry("answered 500", null), at)
                    .get(0);
            assertThat(retry.state()).isEqualTo(Notification.State.PENDING);
            assertThat(Duration.between(at, retry.dueAt())).isBetween(wait, wait.plus(wait.dividedBy(10)));
            assertThat(outbox.begin(Set.of(), retry.dueAt().minusMillis(1))).isEmpty();
            at = retry.dueAt();
        }
        Notification last = outbox.begin(Set.of(), at).get(0);
        assertThat(outbox.finish(last, new DeliveryOutcome.Retry("answered 500", null), at)
                        .get(0)
                        .state())
                .isEqualTo(Notification.State.PARKED);
        assertThat(Duration.between(NOW, at)).isGreaterThan(Duration.ofDays(3));
        assertThat(outbox.begin(Set.of(), at.plus(Duration.ofDays(9)))).isEmpty();
        Notification parked = outbox.open().iterator().next();
        outbox.asked(parked.retry(at, "retry asked for"));
        assertThat(outbox.begin(Set.of(), at)).extracting(Notification::id).containsExactly(parked.id());
    }

    @Test
    void aLongerWaitAskedForIsHonouredUpToADay() {
        plan(Routing.to("desk"), ALERT);
        Notification begun = outbox.begin(Set.of(), NOW).get(0);
        Notification retry = outbox.finish(begun, new DeliveryOutcome.Retry("answered 429", Duration.ofDays(40)), NOW)
                .get(0);
        assertThat(retry.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aGoneReceiverGetsNothingMoreUntilAnOperatorAsks() {
        plan(Routing.to("desk"), ALERT);
        Notification gone = finish(new DeliveryOutcome.Gone("answered 410"));
        assertThat(gone.state()).isEqualTo(Notification.State.PARKED);
        assertThat(plan(Routing.to("desk"), Alerts.arrival().of("v2").build())).isEmpty();
        outbox.asked(gone.retry(NOW, "retry asked for"));
        assertThat(plan(Routing.to("desk"), Alerts.arrival().of("v3").build())).hasSize(1);
    }

    @Test
    void whatAnOperatorDropsIsNeverTriedAgain() {
        plan(Routing.to("desk"), ALERT);
        Notification parked = finish(new DeliveryOutcome.Refused("answered 400"));
        outbox.asked(parked.dropped("dropped by an operator"));
        assertThat(outbox.open()).isEmpty();
        assertThat(outbox.begin(Set.of(), NOW.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(plan(Routing.to("desk"), ALERT)).isEmpty();
    }

    @Test
    void aWishForWhatIsNotParkedChangesNothing() {
        plan(Routing.to("desk"), ALERT);
        Notification waiting = outbox.open().iterator().next();
        outbox.asked(waiting.dropped("dropped by an operator"));
        assertThat(outbox.open()).containsExactly(waiting);
    }

    @Test
    void alertsOfAGroupWaitForEachOther() {
        Route grouped = new Route(
                "root",
                "desk",
                Matchers.ANY,
                false,
                List.of("country"),
                Duration.ofSeconds(30),
                null,
                List.of(),
                List.of());
        Routing routing = new Routing(grouped, List.of(), List.of(), Map.of(), Set.of());
        plan(routing, ALERT);
        Notification both = plan(routing, Alerts.arrival().of("v2").build()).get(0);
        assertThat(both.alerts()).hasSize(2);
        assertThat(outbox.begin(Set.of(), NOW.plusSeconds(29))).isEmpty();
        assertThat(outbox.begin(Set.of(), NOW.plusSeconds(30))).hasSize(1);
    }

    @Test
    void theSameNewsIsNotRepeatedWithinTheInterval() {
        Alert arrived = Alerts.arrival()
                .with(VisitChange.STATUS_CHANGED, VisitStatus.ARRIVED)
                .build();
        assertThat(NotifyReason.decide(Optional.empty(), arrived, Duration.ofHours(4), NOW))
                .isEqualTo(NotifyReason.FIRST);
        Optional<NotifyReason.Sent> sent = Optional.of(NotifyReason.Sent.of(arrived, NOW));
        assertThat(NotifyReason.decide(sent, arrived, Duration.ofHours(4), NOW.plusSeconds(60)))
                .isEqualTo(NotifyReason.SAME);
        assertThat(NotifyReason.decide(sent, arrived, Duration.ofHours(4), NOW.plus(Duration.ofHours(4))))
                .isEqualTo(NotifyReason.REPEAT);
        Alert ended = Alerts.arrival()
                .with(VisitChange.STATUS_CHANGED, VisitStatus.ENDED)
                .build();
        assertThat(NotifyReason.decide(sent, ended, Duration.ofHours(4), NOW.plusSeconds(60)))
                .isEqualTo(NotifyReason.CHANGED);
    }

    private List<Notification> plan(Routing routing, Alert alert) {
        return outbox.plan(alert, routing.decide(alert, List.of(), NOW), NOW);
    }

    private Notification finish(DeliveryOutcome outcome) {
        return outbox.finish(outbox.begin(Set.of(), NOW).get(0), outcome, NOW).get(0);
    }

    private static Route child(String receiver, boolean goOn) {
        return new Route(receiver, receiver, Matchers.ANY, goOn, List.of(), null, null, List.of(), List.of());
    }
}
