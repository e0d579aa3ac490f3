package io.visitwatch.alerts.notify;

import io.visitwatch.alerts.route.AlertLabels;
import io.visitwatch.alerts.route.Route;
import io.visitwatch.alerts.route.Routing;
import io.visitwatch.model.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The notifications of one partition and what may be done with them next. Every method that changes something returns the records
 * to write down first; the caller writes them in the transaction that moves its cursor.
 *
 * <p>Not thread-safe: one loop owns it.
 */
public final class Outbox {
    private final RetrySchedule schedule;
    private final Map<String, Notification> open = new LinkedHashMap<>();
    private final Map<String, NotifyReason.Sent> told = bounded();
    private final Set<String> finished = Collections.newSetFromMap(bounded());
    private final Set<String> gone = new HashSet<>();

    /** Notifications and visits remembered after they are done: older ones can no longer be repeated by the topics' readers. */
    static final int REMEMBERED = 100_000;

    /** An empty outbox. */
    public Outbox(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    /** Takes over a record written earlier, at start or after a partition was handed over. */
    public void restore(Notification notification) {
        put(notification);
        if (notification.state() == Notification.State.SENT) {
            Instant at = Optional.ofNullable(notification.sentAt()).orElse(notification.createdAt());
            notification
                    .alerts()
                    .forEach(alert ->
                            told.put(toldKey(notification.receiver(), alert), NotifyReason.Sent.of(alert, at)));
        }
    }

    /**
     * What an alert adds to the outbox.
     *
     * @param alert the alert
     * @param decisions what routing decided for it
     * @param now time of the decision
     * @return records to write down, new or amended; the same alert a second time adds nothing
     */
    public List<Notification> plan(Alert alert, List<Routing.Decision> decisions, Instant now) {
        List<Notification> written = new ArrayList<>();
        for (Routing.Decision decision : decisions) {
            if (decision.verdict().tells() && !gone.contains(decision.target().receiver())) {
                planOne(alert, decision, now).ifPresent(written::add);
            }
        }
        written.forEach(this::put);
        return written;
    }

    private Optional<Notification> planOne(Alert alert, Routing.Decision decision, Instant now) {
        Route.Target target = decision.target();
        String receiver = target.receiver();
        String id = Notification.idOf(receiver, alert.id());
        if (finished.contains(id)
                || open.values().stream().anyMatch(n -> n.receiver().equals(receiver) && n.tells(alert))) {
            return Optional.empty();
        }
        Optional<NotifyReason.Sent> last = Optional.ofNullable(told.get(toldKey(receiver, alert)));
        if (!NotifyReason.decide(last, alert, target.repeatInterval(), now).tells()) {
            return Optional.empty();
        }
        told.put(toldKey(receiver, alert), NotifyReason.Sent.of(alert, now));
        String group = groupKey(target, AlertLabels.of(alert));
        return Optional.of(waiting(receiver, group)
                .map(notification -> notification.plus(alert))
                .orElseGet(() -> Notification.first(receiver, group, decision.why(), alert, decision.due(), now)));
    }

    private Optional<Notification> waiting(String receiver, String group) {
        return group.isEmpty()
                ? Optional.empty()
                : open.values().stream()
                        .filter(n -> n.receiver().equals(receiver) && n.group().equals(group))
                        .filter(n -> n.state() == Notification.State.PENDING && n.attempts() == 0)
                        .findFirst();
    }

    /**
     * The notifications to try now, oldest first, at most one for each receiver: messages to one receiver keep their order, and
     * a receiver that fails holds up nobody else.
     *
     * @param busy receivers with a try under way
     * @param now time of asking
     * @return records to write down before the receivers are called
     */
    public List<Notification> begin(Set<String> busy, Instant now) {
        Map<String, Notification> chosen = open.values().stream()
                .filter(n -> n.state() != Notification.State.PARKED)
                .filter(n -> !busy.contains(n.receiver()) && !n.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Notification::dueAt).thenComparing(Notification::createdAt))
                .collect(Collectors.toMap(Notification::receiver, n -> n, (first, later) -> first, LinkedHashMap::new));
        List<Notification> trying =
                chosen.values().stream().map(Notification::trying).toList();
        trying.forEach(this::put);
        return trying;
    }

    /**
     * What follows from the outcome of a try.
     *
     * @return records to write down
     */
    public List<Notification> finish(Notification tried, DeliveryOutcome outcome, Instant now) {
        List<Notification> written = new ArrayList<>();
        if (outcome instanceof DeliveryOutcome.Delivered) {
            written.add(tried.sent(now));
        } else if (outcome instanceof DeliveryOutcome.Retry retry) {
            written.add(schedule.next(tried, Optional.ofNullable(retry.retryAfter()), now)
                    .map(at -> tried.retry(at, retry.error()))
                    .orElseGet(() -> tried.parked(retry.error())));
        } else if (outcome instanceof DeliveryOutcome.Refused refused) {
            written.add(tried.parked(refused.error()));
        } else if (outcome instanceof DeliveryOutcome.Gone receiverGone) {
            gone.add(tried.receiver());
            open.values().stream()
                    .filter(n -> n.receiver().equals(tried.receiver()))
                    .forEach(n -> written.add(n.parked(receiverGone.error())));
        }
        written.forEach(this::put);
        return written;
    }

    /** An operator's wish for a parked notification: due again, or dropped. What is not parked any more stays as it is. */
    public void asked(Notification wish) {
        Notification known = open.get(wish.id());
        if (known != null && known.state() == Notification.State.PARKED) {
            gone.remove(wish.receiver());
            put(wish);
        }
    }

    /** Notifications that are not done, oldest first. */
    public Collection<Notification> open() {
        return List.copyOf(open.values());
    }

    /** Age of the oldest notification that is due and not done. */
    public Duration age(Instant now) {
        return open.values().stream()
                .filter(n ->
                        n.state() != Notification.State.PARKED && !n.dueAt().isAfter(now))
                .map(n -> Duration.between(n.createdAt(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void put(Notification notification) {
        if (notification.isFinal()) {
            open.remove(notification.id());
            finished.add(notification.id());
        } else {
            open.put(notification.id(), notification);
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private static String toldKey(String receiver, Alert alert) {
        return receiver + '\n' + alert.visit().id();
    }

    private static String groupKey(Route.Target target, AlertLabels labels) {
        return target.groupBy().isEmpty()
                ? ""
                : target.path()
                        + target.groupBy().stream()
                                .map(label -> label + '=' + labels.get(label))
                                .collect(Collectors.joining(",", "{", "}"));
    }
}
