package io.visitwatch.alerts.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A named time of the week in which a route holds its messages back; they are sent when it ends.
 *
 * @param name name used by routes
 * @param days days of the week it begins on; empty means every day
 * @param from first minute, local time
 * @param to first minute no longer muted; at or before {@code from} it runs past midnight
 * @param zone zone the times are meant in
 */
public record MuteTime(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public MuteTime {
        days = Set.copyOf(days);
    }

    /** Whether messages are held back at {@code now}. */
    public boolean holds(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return beginsOn(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return (beginsOn(local.getDayOfWeek()) && !time.isBefore(from))
                || (beginsOn(local.getDayOfWeek().minus(1)) && time.isBefore(to));
    }

    /** First instant from {@code now} on at which messages may go out. */
    public Instant endAfter(Instant now) {
        if (!holds(now)) {
            return now;
        }
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    private boolean beginsOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
