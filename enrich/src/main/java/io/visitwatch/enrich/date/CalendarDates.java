package io.visitwatch.enrich.date;

import io.visitwatch.enrich.date.DateLexicon.Hit;
import io.visitwatch.enrich.date.DateLexicon.Kind;
import io.visitwatch.enrich.date.DateWalk.Found;
import io.visitwatch.enrich.date.DateWords.Figure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules for days, months and years of a calendar: "8-9 March", «21 شهریور ۱۴۰۳», "in September", "in 2019". */
final class CalendarDates {
    private final DateWords words;
    private final boolean monthFirst;
    private final @Nullable LocalDate published;

    CalendarDates(DateWords words, boolean monthFirst, @Nullable LocalDate published) {
        this.words = words;
        this.monthFirst = monthFirst;
        this.published = published;
    }

    private record MonthName(Calendars calendar, int month, int to) {}

    /** Days of a month, alone or from–to. */
    @Nullable Found dayOfMonth(int at) {
        Figure first = words.dayNumber(at);
        if (first == null) {
            return monthFirst ? afterMonth(at) : null;
        }
        Figure last = secondDay(first.to());
        MonthName month = monthAt(words.afterFillers(last == null ? first.to() : last.to()));
        if (month == null) {
            return null;
        }
        return days(month, first.value(), last == null ? first.value() : last.value(), month.to());
    }

    /** "March 8-9, 2024". */
    private @Nullable Found afterMonth(int at) {
        MonthName month = monthAt(at);
        Figure first = month == null ? null : words.dayNumber(month.to());
        if (month == null || first == null) {
            return null;
        }
        Figure last = secondDay(first.to());
        int to = last == null ? first.to() : last.to();
        // "June 3 March" never is; "on June 3, March ..." ends before the month.
        return days(month, first.value(), last == null ? first.value() : last.value(), to);
    }

    private @Nullable Figure secondDay(int at) {
        if (at > 0 && words.between(at - 1).strip().equals("-")) {
            return words.dayNumber(at);
        }
        Hit and = words.find(Kind.AND, at);
        if (and != null) {
            return words.dayNumber(words.afterFillers(and.to()));
        }
        boolean attached = at < words.count() && words.token(at).text().charAt(0) == '\u0648';
        return attached ? words.dayNumber(at) : null;
    }

    private @Nullable MonthName monthAt(int at) {
        MonthName name = monthAt(Calendars.GREGORIAN, Kind.MONTH, at);
        name = name != null ? name : monthAt(Calendars.SOLAR, Kind.SOLAR, at);
        return name != null ? name : monthAt(Calendars.LUNAR, Kind.HIJRI, at);
    }

    private @Nullable MonthName monthAt(Calendars calendar, Kind kind, int at) {
        Hit hit = words.find(kind, at);
        if (hit == null) {
            return null;
        }
        // Pan-Arab agencies write a month under two names: أغسطس/آب.
        Hit twin = words.find(kind, hit.to());
        boolean same = twin != null && twin.value().equals(hit.value());
        return new MonthName(calendar, hit.number(), same && twin != null ? twin.to() : hit.to());
    }

    private @Nullable Found days(MonthName month, int first, int last, int to) {
        Figure year = yearAfter(month.calendar(), to);
        LocalDate start = day(month, first, year);
        if (start == null) {
            return null;
        }
        int end = year == null ? to : year.to();
        LocalDate until = last > first ? start.plusDays((long) last - first) : start;
        DatePrecision precision = until.equals(start) ? DatePrecision.DAY : DatePrecision.DAYS;
        return new Found(end, start, until, precision, DateDirection.OPEN, null);
    }

    private @Nullable LocalDate day(MonthName month, int day, @Nullable Figure year) {
        if (year != null) {
            return month.calendar().day(year.value(), month.month(), day);
        }
        return published == null ? null : month.calendar().nearest(month.month(), day, published);
    }

    /** A year in figures, or said against the publication ("last year"). */
    private @Nullable Figure yearAfter(Calendars calendar, int at) {
        Figure year = words.year(calendar, at);
        year = year != null ? year : words.year(calendar, words.afterFillers(at));
        Hit cue = words.find(Kind.YEARCUE, at);
        year = year != null || cue == null ? year : words.year(calendar, cue.to());
        Hit said = words.find(Kind.SPAN, at);
        if (year == null && said != null && published != null && said.value().startsWith("year")) {
            return new Figure(calendar.yearOf(published) + RelativeSpans.offset(said.value()), said.to());
        }
        return year;
    }

    /** A month without a day: with a year, or where a word before or after it says that a month is meant. */
    @Nullable Found month(int at) {
        Hit cue = words.find(Kind.MONTHCUE, at);
        Hit last = words.find(Kind.LAST, at);
        Hit next = words.find(Kind.NEXT, at);
        int from = cue != null ? cue.to() : last != null ? last.to() : next != null ? next.to() : at;
        MonthName month = monthAt(from);
        if (month == null || (monthFirst && afterMonth(from) != null)) {
            return null;
        }
        Figure year = yearAfter(month.calendar(), month.to());
        if (year != null) {
            return wholeMonth(
                    month, month.calendar().day(year.value(), month.month(), 1), year.to(), DateDirection.OPEN);
        }
        Hit lastAfter = words.find(Kind.LAST, month.to());
        Hit nextAfter = words.find(Kind.NEXT, month.to());
        boolean past = last != null || lastAfter != null;
        boolean coming = next != null || nextAfter != null;
        if (published == null || (cue == null && !past && !coming)) {
            return null;
        }
        int to = lastAfter != null ? lastAfter.to() : nextAfter != null ? nextAfter.to() : month.to();
        LocalDate first = month.calendar().nearest(month.month(), 1, published);
        if (first != null && past && first.isAfter(published.minusDays(28))) {
            first = month.calendar().day(month.calendar().yearOf(first) - 1, month.month(), 1);
        } else if (first != null && coming && first.isBefore(published)) {
            first = month.calendar().day(month.calendar().yearOf(first) + 1, month.month(), 1);
        }
        return wholeMonth(
                month, first, to, past ? DateDirection.PAST : coming ? DateDirection.FUTURE : DateDirection.OPEN);
    }

    private static @Nullable Found wholeMonth(
            MonthName month, @Nullable LocalDate first, int to, DateDirection direction) {
        if (first == null) {
            return null;
        }
        return new Found(to, first, month.calendar().lastOfMonth(first), DatePrecision.MONTH, direction, null);
    }

    /** "in 2019", «عام 2019», «سال ۱۳۹۸». */
    @Nullable Found year(int at) {
        Hit cue = words.find(Kind.YEARCUE, at);
        if (cue == null) {
            return null;
        }
        Figure gregorian = words.year(Calendars.GREGORIAN, cue.to());
        if (gregorian != null) {
            return wholeYear(
                    LocalDate.of(gregorian.value(), 1, 1), LocalDate.of(gregorian.value(), 12, 31), gregorian.to());
        }
        Figure solar = words.year(Calendars.SOLAR, cue.to());
        LocalDate first = solar == null ? null : Calendars.SOLAR.day(solar.value(), 1, 1);
        return solar == null || first == null
                ? null
                : wholeYear(first, first.plusYears(1).minusDays(1), solar.to());
    }

    private static Found wholeYear(LocalDate first, LocalDate last, int to) {
        return new Found(to, first, last, DatePrecision.YEAR, DateDirection.OPEN, null);
    }
}
