package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates publishers write. A text is cut into a time of day, what stands before it and what stands behind it; the date
 * must then fit one of a table of shapes wholly. What does not fit, what has two readings (05/03/2024) and what no calendar has
 * (45 March) is no date: nothing is rolled over, nothing is filled in but midnight and UTC.
 */
final class FeedDates {
    /** Years outside are another calendar, a default value or a mistake. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    private static final int MAX_LENGTH = 120;

    private static final Pattern TIME = Pattern.compile(
            "(오전|오후|上午|下午|午前|午後)?\\s*(?<![\\d:])(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?(?![\\d:])\\s*"
                    + "((?:[ap]\\.?\\s?m\\.?|[πμ]\\.?μ\\.?|[صم])(?![\\p{L}]))?");

    private static final Pattern COMPACT = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})t?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?(.*)");

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    /** A zone in brackets with nothing beside it. */
    private static final Pattern BRACKETED = Pattern.compile("\\(([^()]*)\\)");

    private static final Pattern FRENCH_TIME = Pattern.compile("(?<!\\d)(\\d{1,2})\\s?h\\s?(\\d{2})(?!\\d)");
    private static final Pattern ORDINAL = Pattern.compile("(\\d)(?:st|nd|rd|th)\\b");

    private record Shape(Pattern pattern, Function<Matcher, @Nullable LocalDate> reading) {}

    /** Dates in numbers alone, most specific first; dates with a month's name are {@link NamedDate}'s. */
    private static final List<Shape> SHAPES = List.of(
            shape("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})", m -> date(m, 1, 3, 4)),
            shape("(\\d{4})-(\\d{1,2})", m -> day(number(m, 1), number(m, 2), 1)),
            shape("(\\d{4})", m -> day(number(m, 1), 1, 1)),
            shape("(\\d{4})(\\d{2})(\\d{2})", m -> date(m, 1, 2, 3)),
            shape("(\\d{4})-?(\\d{3})", m -> ordinal(number(m, 1), number(m, 2))),
            shape("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})", m -> date(m, 3, 2, 1)),
            shape("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]", m -> date(m, 1, 2, 3)));

    private static final Pattern EITHER_ORDER = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+\\.?,?\\s+(?=\\d)");

    private FeedDates() {}

    private static Shape shape(String regex, Function<Matcher, @Nullable LocalDate> reading) {
        return new Shape(Pattern.compile(regex), reading);
    }

    /** The instant {@code text} means; null when it is none, or might be another. Without a zone, UTC is meant. */
    static @Nullable Instant parse(String text) {
        Instant usual = UsualDate.parse(text);
        if (usual != null) {
            return usual;
        }
        if (text.length() > MAX_LENGTH * 4) {
            return null;
        }
        String s = Normalizer.normalize(PlainText.fold(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2212', '-');
        s = FRENCH_TIME.matcher(asciiDigits(s)).replaceAll("$1:$2").strip();
        return s.isEmpty() || s.length() > MAX_LENGTH ? null : read(s);
    }

    private static @Nullable Instant read(String s) {
        Instant epoch = epoch(s);
        if (epoch != null) {
            return epoch;
        }
        Matcher compact = COMPACT.matcher(s);
        if (compact.matches()) {
            return at(date(compact, 1, 2, 3), TimeOfDay.of(compact, 4, ""), compact.group(8), null);
        }
        Matcher time = TIME.matcher(s);
        if (!time.find()) {
            return withoutTime(s);
        }
        String marker = time.group(1) == null ? time.group(6) : time.group(1);
        String before = s.substring(0, time.start());
        String behind = zoneText(s.substring(time.end()));
        String year = "";
        Matcher late = LATE_YEAR.matcher(behind);
        if (late.matches()) {
            // asctime and its kin put the year last.
            year = " " + late.group(2);
            behind = late.group(1).strip();
        }
        boolean americanClock = time.group(6) != null;
        String dateText = before.strip()
                .replaceFirst("(?<=\\d)t$", "")
                .replaceFirst("[\\s,–-]+(at|um|à|a las|às|ore|kl\\.?)?[\\s,–-]*$", "");
        LocalDate date = date((dateText + year).strip(), americanClock);
        if (dateText.isEmpty()) {
            // "10:30 5 March 2024"
            date = date((behind + year).strip(), americanClock);
            behind = "";
        }
        return at(date, TimeOfDay.of(time, 2, marker == null ? "" : marker), behind, koreanTime(s));
    }

    /** What stands behind a time, without remarks in brackets; a remark alone may be the zone. */
    private static String zoneText(String behind) {
        Matcher alone = BRACKETED.matcher(behind.strip());
        return alone.matches()
                ? alone.group(1)
                : COMMENT.matcher(behind).replaceAll(" ").strip();
    }

    private static final Pattern LATE_YEAR = Pattern.compile("(.*?)\\s*(?<![\\d:+-])((?:19|20)\\d{2})");

    /** Dates in Korean mean Korea's one zone. */
    private static @Nullable ZoneOffset koreanTime(String s) {
        return s.indexOf('년') >= 0 || s.contains("오전") || s.contains("오후") ? ZoneOffset.ofHours(9) : null;
    }

    private static @Nullable Instant withoutTime(String s) {
        LocalDate date = date(s, false);
        if (date != null) {
            return at(date, TimeOfDay.MIDNIGHT, "", koreanTime(s));
        }
        // "2024-03-05Z", "2024-03-05+01:00", "5 March 2024 GMT"
        Matcher zoned = ZONED_DAY.matcher(s);
        return zoned.matches() ? at(date(zoned.group(1), false), TimeOfDay.MIDNIGHT, zoned.group(2), null) : null;
    }

    private static final Pattern ZONED_DAY = Pattern.compile(
            "(\\d{4}-\\d{1,2}-\\d{1,2}|.*?\\d{4}(?=\\s))\\s*(z|[a-z]{2,4}|(?:gmt|utc)?[+-]\\d{2}:?\\d{2})");

    /** Seconds or milliseconds since 1970, in the ten or thirteen digits they have had since 2001. */
    private static @Nullable Instant epoch(String s) {
        boolean digits = (s.length() == 10 || s.length() == 13) && s.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return null;
        }
        long value = Long.parseLong(s);
        Instant instant = s.length() == 10 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
        return s.charAt(0) == '0' ? null : instant;
    }

    private static @Nullable Instant at(
            @Nullable LocalDate date, @Nullable TimeOfDay time, String zone, @Nullable ZoneOffset otherwise) {
        if (date == null || time == null) {
            return null;
        }
        LocalDateTime local = date.atStartOfDay().plusSeconds(time.seconds()).plusNanos(time.nanos());
        ZoneId region = TimeZones.region(zone);
        if (region != null) {
            return local.atZone(region).toInstant();
        }
        ZoneOffset offset = TimeZones.offset(zone, otherwise);
        return offset == null ? null : local.toInstant(offset);
    }

    private static @Nullable LocalDate date(String text, boolean americanClock) {
        String s = ORDINAL.matcher(text).replaceAll("$1");
        String bare = WEEKDAY.matcher(s).replaceFirst("");
        for (String candidate : new String[] {s, bare}) {
            // "March 2024" is no weekday before a year.
            List<Shape> shapes = candidate.equals(s) || bare.length() > 7 ? SHAPES : List.of();
            for (Shape shape : shapes) {
                Matcher m = shape.pattern().matcher(candidate);
                if (m.matches()) {
                    return shape.reading().apply(m);
                }
            }
            Matcher either = EITHER_ORDER.matcher(candidate);
            if (either.matches()) {
                return eitherOrder(number(either, 1), number(either, 3), number(either, 4), americanClock);
            }
        }
        return NamedDate.parse(s);
    }

    /** Day and month in either order: told apart by size, else by the clock Americans use, else not at all. */
    private static @Nullable LocalDate eitherOrder(int a, int b, int year, boolean americanClock) {
        if (a > 12 || a == b) {
            return day(year, b, a);
        }
        return b > 12 || americanClock ? day(year, a, b) : null;
    }

    private static @Nullable LocalDate date(Matcher m, int year, int month, int day) {
        return day(number(m, year), number(m, month), number(m, day));
    }

    /** The day of that number, if there is one. */
    static @Nullable LocalDate day(int year, int month, int day) {
        boolean exists = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    private static @Nullable LocalDate ordinal(int year, int dayOfYear) {
        boolean exists = year >= FIRST_YEAR && year <= LAST_YEAR && dayOfYear >= 1 && dayOfYear <= 365;
        return exists ? LocalDate.ofYearDay(year, dayOfYear) : null;
    }

    static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static String asciiDigits(String s) {
        StringBuilder out = new StringBuilder(s.length());
        s.codePoints().forEach(c -> {
            int digit = c > 0x7F && Character.isDigit(c) ? Character.digit(c, 10) : -1;
            out.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return out.toString();
    }

    /**
     * A time of day as seconds after midnight: 24:00:00 and a leap second run into the next day.
     *
     * @param seconds 0 to 86,400
     * @param nanos of the second
     */
    private record TimeOfDay(int seconds, int nanos) {
        static final TimeOfDay MIDNIGHT = new TimeOfDay(0, 0);

        /** Hour, minute, second and fraction in four groups from {@code group} on; null when no clock shows it. */
        static @Nullable TimeOfDay of(Matcher m, int group, String halfDay) {
            int hour = hour(number(m, group), halfDay);
            int minute = number(m, group + 1);
            int second = m.group(group + 2) == null ? 0 : number(m, group + 2);
            String fraction = m.group(group + 3);
            int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
            boolean shown = hour >= 0 && hour < 24 && minute < 60 && second <= 60;
            boolean midnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
            return shown || midnight ? new TimeOfDay(hour * 3600 + minute * 60 + second, nanos) : null;
        }

        private static int hour(int stated, String halfDay) {
            if (halfDay.isEmpty() || stated > 12) {
                return stated;
            }
            boolean afternoon = halfDay.startsWith("p")
                    || halfDay.startsWith("μ")
                    || halfDay.startsWith("م")
                    || halfDay.equals("오후")
                    || halfDay.equals("下午")
                    || halfDay.equals("午後");
            return stated % 12 + (afternoon ? 12 : 0);
        }
    }
}
