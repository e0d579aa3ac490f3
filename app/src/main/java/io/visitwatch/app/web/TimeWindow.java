package io.visitwatch.app.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of days on the timeline.
 *
 * @param zoom how long
 * @param end last day
 */
record TimeWindow(Zoom zoom, LocalDate end) {
    /** The lengths offered, shortest first. */
    enum Zoom {
        WEEK("week", 7, 1),
        MONTH("month", 31, 7),
        QUARTER("quarter", 92, 14),
        YEAR("year", 366, 31),
        YEARS_5("5y", 1_827, 184),
        YEARS_24("24y", 8_767, 731);

        private final String key;
        private final int days;
        private final int tick;

        Zoom(String key, int days, int tick) {
            this.key = key;
            this.days = days;
            this.tick = tick;
        }

        /** Word in addresses. */
        String key() {
            return key;
        }
    }

    /** What the address asks for: a month that ends a week from today unless it says otherwise. */
    static TimeWindow of(String zoom, String at, LocalDate today) {
        Zoom found = Zoom.MONTH;
        for (Zoom each : Zoom.values()) {
            if (each.key.equals(zoom)) {
                found = each;
            }
        }
        LocalDate end = latest(found, today);
        try {
            LocalDate asked = at.isEmpty() ? end : LocalDate.parse(at);
            boolean sensible = asked.getYear() > 1900 && asked.getYear() < 2200;
            return new TimeWindow(found, sensible ? asked : end);
        } catch (DateTimeException e) { // an address somebody mistyped shows today
            return new TimeWindow(found, end);
        }
    }

    /** First day. */
    LocalDate start() {
        return end.minusDays(zoom.days - 1L);
    }

    int days() {
        return zoom.days;
    }

    /** Where a day stands, 0 for the first; may lie outside. */
    long at(LocalDate day) {
        return ChronoUnit.DAYS.between(start(), day);
    }

    boolean touches(LocalDate from, LocalDate to) {
        return !to.isBefore(start()) && !from.isAfter(end);
    }

    TimeWindow earlier() {
        return new TimeWindow(zoom, end.minusDays(zoom.days / 2));
    }

    TimeWindow later() {
        return new TimeWindow(zoom, end.plusDays(zoom.days / 2));
    }

    /** The last day worth showing: plans reach a little into the future, years of it are empty. */
    private static LocalDate latest(Zoom zoom, LocalDate today) {
        return today.plusDays(Math.max(3, Math.min(60, zoom.days / 5)));
    }

    /** Another length: around today where today is shown, else around the same middle, and never far into the future. */
    TimeWindow at(Zoom other, LocalDate today) {
        LocalDate latest = latest(other, today);
        if (touches(today, today)) {
            return new TimeWindow(other, latest);
        }
        LocalDate asked = end.minusDays(zoom.days / 2).plusDays(other.days / 2);
        return new TimeWindow(other, asked.isAfter(latest) ? latest : asked);
    }

    /** The next length, shorter or longer; itself at the end of the list. */
    Zoom next(int step) {
        List<Zoom> all = List.of(Zoom.values());
        return all.get(Math.max(0, Math.min(all.size() - 1, all.indexOf(zoom) + step)));
    }

    /** Days of the marks. */
    List<LocalDate> ticks() {
        List<LocalDate> ticks = new ArrayList<>();
        for (LocalDate day = start(); !day.isAfter(end); day = day.plusDays(zoom.tick)) {
            ticks.add(day);
        }
        return ticks;
    }
}
