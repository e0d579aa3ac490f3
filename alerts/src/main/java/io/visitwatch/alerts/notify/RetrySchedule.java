package io.visitwatch.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a failed notification is tried again: the schedule recommended by Standard Webhooks, some three days in all, each wait
 * stretched by up to a tenth so that receivers that come back are not hit at once.
 *
 * @param waits wait before the second, third, … try
 */
public record RetrySchedule(List<Duration> waits) {
    /** 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h. */
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /**
     * When to try again.
     *
     * @param notification the notification, its failed tries counted
     * @param asked wait the receiver asked for; honoured when longer than the schedule's, up to a day
     * @param now time of the failure
     * @return empty when the schedule is used up
     */
    public Optional<Instant> next(Notification notification, Optional<Duration> asked, Instant now) {
        int index = notification.attempts() - 1;
        if (index < 0 || index >= waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(index);
        Duration stretched = wait.plus(jitter(notification, wait));
        Duration bounded = asked.filter(d -> d.compareTo(stretched) > 0)
                .map(d -> d.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : d)
                .orElse(stretched);
        return Optional.of(now.plus(bounded));
    }

    /** From the id alone, so that the same notification gets the same plan on any machine. */
    private static Duration jitter(Notification notification, Duration wait) {
        int share = Math.floorMod((notification.id() + notification.attempts()).hashCode(), 100);
        return wait.multipliedBy(share).dividedBy(1000);
    }
}
