package io.visitwatch.enrich.date;

import io.visitwatch.enrich.date.DateLexicon.Hit;
import io.visitwatch.enrich.date.DateLexicon.Kind;
import io.visitwatch.enrich.text.FoldedText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over the words of one text: at every word the rules are tried in order, the first that fits is taken. */
final class DateWalk {
    private final FoldedText text;
    private final DateWords words;
    private final NumericDates numeric;
    private final CalendarDates calendarDates;
    private final @Nullable LocalDate published;

    DateWalk(
            FoldedText text, DateWords words, NumericDates numeric, boolean monthFirst, @Nullable LocalDate published) {
        this.text = text;
        this.words = words;
        this.numeric = numeric;
        this.published = published;
        this.calendarDates = new CalendarDates(words, monthFirst, published);
    }

    /** What a rule read: the days and the index of the first word after it. */
    record Found(
            int to,
            LocalDate start,
            LocalDate end,
            DatePrecision precision,
            DateDirection direction,
            @Nullable LocalDate alternative) {
        static Found day(int to, LocalDate day, DateDirection direction) {
            return new Found(to, day, day, DatePrecision.DAY, direction, null);
        }
    }

    List<DateMention> run() {
        List<DateMention> mentions = new ArrayList<>();
        int at = 0;
        while (at < words.count()) {
            int offset = words.token(at).start();
            LocalDate figures = startsWithDigit(at) ? numeric.at(offset) : null;
            if (figures != null) {
                int end = numeric.end();
                mentions.add(new DateMention(
                        text.original(offset, end), figures, figures, DatePrecision.DAY, DateDirection.OPEN, null));
                at = firstFrom(at, end);
                continue;
            }
            Hit other = words.find(Kind.SKIP, at);
            if (other != null) {
                at = other.to();
                continue;
            }
            Found found = rules(at);
            if (found == null) {
                at++;
                continue;
            }
            int end = words.token(found.to() - 1).end();
            mentions.add(new DateMention(
                    text.original(offset, end),
                    found.start(),
                    found.end(),
                    found.precision(),
                    found.direction(),
                    found.alternative()));
            at = found.to();
        }
        return List.copyOf(mentions);
    }

    private @Nullable Found rules(int at) {
        Found found = weekdayWithDate(at);
        found = found != null ? found : calendarDates.dayOfMonth(at);
        if (published != null) {
            found = found != null ? found : relativeDay(at, published);
            found = found != null ? found : weekday(at, published);
            found = found != null ? found : RelativeSpans.named(words, at, published);
            found = found != null ? found : RelativeSpans.counted(words, at, published);
        }
        found = found != null ? found : calendarDates.month(at);
        return found != null ? found : calendarDates.year(at);
    }

    /** "Sunday, 8 March 2024", «الأحد 8 آذار»: the date speaks, the weekday is covered. */
    private @Nullable Found weekdayWithDate(int at) {
        Hit weekday = words.find(Kind.WEEKDAY, at);
        if (weekday == null) {
            return null;
        }
        Found date = calendarDates.dayOfMonth(words.afterFillers(weekday.to()));
        return date != null && date.precision() == DatePrecision.DAY ? date : null;
    }

    /** "yesterday"; a weekday right beside it is covered, and moves the day by one when the page went out after midnight. */
    private @Nullable Found relativeDay(int at, LocalDate today) {
        Hit hit = words.find(Kind.DAY, at);
        if (hit == null) {
            return null;
        }
        LocalDate day = today.plusDays(hit.number());
        int to = hit.to();
        Hit weekday = words.find(Kind.WEEKDAY, words.afterFillers(to));
        if (weekday != null) {
            DayOfWeek named = DayOfWeek.of(weekday.number());
            LocalDate near = day.minusDays(1).with(TemporalAdjusters.nextOrSame(named));
            if (!near.isAfter(day.plusDays(1))) {
                day = near;
                to = weekday.to();
            }
        }
        DateDirection direction =
                hit.number() < 0 ? DateDirection.PAST : hit.number() > 0 ? DateDirection.FUTURE : DateDirection.PRESENT;
        return Found.day(to, day, direction);
    }

    private @Nullable Found weekday(int at, LocalDate today) {
        Hit before = words.find(Kind.LAST, at);
        DateDirection said = before != null ? DateDirection.PAST : DateDirection.OPEN;
        if (before == null) {
            before = words.find(Kind.NEXT, at);
            said = before != null ? DateDirection.FUTURE : DateDirection.OPEN;
        }
        int from = before == null ? at : before.to();
        Hit weekday = words.find(Kind.WEEKDAY, from);
        if (weekday == null || (before == null && isDoubtful(at, weekday.to()))) {
            return null;
        }
        int to = weekday.to();
        if (before == null) {
            Hit last = words.find(Kind.LAST, to);
            Hit next = words.find(Kind.NEXT, to);
            said = last != null ? DateDirection.PAST : next != null ? DateDirection.FUTURE : DateDirection.OPEN;
            to = last != null ? last.to() : next != null ? next.to() : to;
        }
        return resolved(DayOfWeek.of(weekday.number()), said, at, to, today);
    }

    private Found resolved(DayOfWeek named, DateDirection said, int at, int to, LocalDate today) {
        LocalDate past = today.with(TemporalAdjusters.previous(named));
        LocalDate coming = today.with(TemporalAdjusters.next(named));
        if (said == DateDirection.PAST) {
            return Found.day(to, past, said);
        }
        if (said == DateDirection.FUTURE) {
            return Found.day(to, coming, said);
        }
        boolean future = words.isFutureAround(at, to);
        if (today.getDayOfWeek() == named) {
            return new Found(to, today, today, DatePrecision.DAY, DateDirection.OPEN, future ? coming : past);
        }
        LocalDate day = future ? coming : past;
        DateDirection direction = future ? DateDirection.FUTURE : DateDirection.OPEN;
        return new Found(to, day, day, DatePrecision.DAY, direction, future ? past : coming);
    }

    /** A weekday's name that is also another word counts beside a word that asks for a weekday only. */
    private boolean isDoubtful(int at, int to) {
        return words.has(Kind.AMBIGUOUS, at)
                && !words.endsBefore(Kind.WEEKDAYCUE, at)
                && !words.has(Kind.WEEKDAYCUE, to)
                && !words.endsBefore(Kind.WEEKDAYCUE, to);
    }

    private boolean startsWithDigit(int at) {
        char c = words.token(at).text().charAt(0);
        return c >= '0' && c <= '9';
    }

    private int firstFrom(int at, int offset) {
        int next = at;
        while (next < words.count() && words.token(next).start() < offset) {
            next++;
        }
        return next;
    }
}
