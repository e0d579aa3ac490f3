package io.visitwatch.enrich.date;

import io.visitwatch.enrich.date.DateLexicon.Hit;
import io.visitwatch.enrich.date.DateLexicon.Kind;
import io.visitwatch.enrich.date.DateWalk.Found;
import io.visitwatch.enrich.date.DateWords.Figure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The rules for spans said against the publication day: "next week", "three days ago". */
final class RelativeSpans {
    private RelativeSpans() {}

    /** "next week", "this month", "قبل يومين". */
    static @Nullable Found named(DateWords words, int at, LocalDate today) {
        Hit dual = words.find(Kind.DUAL, at);
        if (dual != null) {
            return shifted(unit(dual.value()), offset(dual.value()), dual.to(), today);
        }
        Hit span = words.find(Kind.SPAN, at);
        return span == null ? null : span(unit(span.value()), offset(span.value()), span.to(), today);
    }

    /** "three days ago", "il y a deux semaines", "in two days" (the last beside a word about the future only). */
    static @Nullable Found counted(DateWords words, int at, LocalDate today) {
        Hit ago = words.find(Kind.AGO_BEFORE, at);
        Hit in = words.find(Kind.IN_BEFORE, at);
        int from = ago != null ? ago.to() : in != null ? in.to() : at;
        Figure count = words.count(from);
        Hit unit = count == null ? null : words.find(Kind.UNIT, count.to());
        if (count == null || unit == null) {
            return null;
        }
        int to = unit.to();
        if (ago == null && in == null) {
            Hit after = words.find(Kind.AGO_AFTER, to);
            ago = after;
            in = after == null ? words.find(Kind.IN_AFTER, to) : null;
            to = after != null ? after.to() : in != null ? in.to() : to;
        }
        if (ago != null) {
            return shifted(unit.value(), -count.value(), to, today);
        }
        return in != null && words.isFutureAround(at, to) ? shifted(unit.value(), count.value(), to, today) : null;
    }

    /** The signed number at the end of a value: "week-1" gives -1, "week0" gives 0. */
    static int offset(String value) {
        return Integer.parseInt(value.substring(unit(value).length()));
    }

    private static String unit(String value) {
        int end = 0;
        while (end < value.length() && Character.isLetter(value.charAt(end))) {
            end++;
        }
        return value.substring(0, end);
    }

    private static Found span(String unit, int offset, int to, LocalDate today) {
        LocalDate monday = today.plusWeeks(offset).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (unit) {
            case "week" -> found(monday, monday.plusDays(6), DatePrecision.WEEK, offset, to);
            case "weekend" -> found(monday.plusDays(4), monday.plusDays(6), DatePrecision.WEEK, offset, to);
            case "days" -> found(today.plusDays(1), today.plusDays(7), DatePrecision.WEEK, offset, to);
            case "month", "year" -> shifted(unit, offset, to, today);
            default -> throw new IllegalStateException("unknown span \"" + unit + "\" in a date table");
        };
    }

    private static Found shifted(String unit, int offset, int to, LocalDate today) {
        return switch (unit) {
            case "day" -> Found.day(to, today.plusDays(offset), direction(offset));
            case "week" -> {
                LocalDate middle = today.plusWeeks(offset);
                yield found(middle.minusDays(3), middle.plusDays(3), DatePrecision.WEEK, offset, to);
            }
            case "month" -> {
                LocalDate first = today.plusMonths(offset).withDayOfMonth(1);
                yield found(first, first.withDayOfMonth(first.lengthOfMonth()), DatePrecision.MONTH, offset, to);
            }
            case "year" -> {
                int year = today.getYear() + offset;
                yield found(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), DatePrecision.YEAR, offset, to);
            }
            default -> throw new IllegalStateException("unknown unit \"" + unit + "\" in a date table");
        };
    }

    private static Found found(LocalDate start, LocalDate end, DatePrecision precision, int offset, int to) {
        return new Found(to, start, end, precision, direction(offset), null);
    }

    private static DateDirection direction(int offset) {
        return offset < 0 ? DateDirection.PAST : offset > 0 ? DateDirection.FUTURE : DateDirection.OPEN;
    }
}
