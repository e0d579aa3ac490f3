package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.Vocabulary.Field;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what a feed says about itself from what was found at its head. */
final class HeadBuilder {
    /** A publisher who asks for more than this made a mistake; the caller caps lower anyway. */
    private static final long MAX_TTL_MINUTES = Duration.ofDays(366).toMinutes();

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private HeadBuilder() {}

    static FeedHead build(FeedFormat format, FieldBag bag, @Nullable String about, String base) {
        Captured description = bag.first(
                Field.DESCRIPTION,
                Field.DC_DESCRIPTION,
                Field.ITUNES_SUMMARY,
                Field.ITUNES_SUBTITLE,
                Field.MEDIA_DESCRIPTION,
                Field.BODY);
        String page = bag.page();
        String link = page == null && about != null ? FeedLinks.resolve(base, about) : page;
        List<String> hubs = bag.links().stream()
                .filter(l -> l.rel().equals("hub"))
                .map(FieldBag.Link::resolved)
                .filter(url -> url != null)
                .map(String::valueOf)
                .distinct()
                .toList();
        return new FeedHead(
                format,
                bag.line(Field.TITLE, Field.DC_TITLE, Field.ITUNES_TITLE, Field.MEDIA_TITLE, Field.PUBLICATION),
                link,
                bag.related("self"),
                description == null ? null : description.rich(),
                bag.language(),
                hubs,
                pacing(bag),
                new FeedPaging(
                        bag.related("next"),
                        bag.related("prev-archive"),
                        bag.related("current"),
                        bag.first(Field.COMPLETE) != null,
                        bag.first(Field.ARCHIVE) != null));
    }

    private static FeedPacing pacing(FieldBag bag) {
        long ttl = number(bag.line(Field.TTL));
        boolean sane = ttl > 0 && ttl <= MAX_TTL_MINUTES;
        return new FeedPacing(
                sane ? Duration.ofMinutes(ttl) : null, hours(bag.skipHours()), days(bag.skipDays()), updateEvery(bag));
    }

    private static @Nullable Duration updateEvery(FieldBag bag) {
        String period = bag.line(Field.UPDATE_PERIOD);
        Duration every = period == null ? null : PERIODS.get(period.toLowerCase(Locale.ROOT));
        long frequency = number(bag.line(Field.UPDATE_FREQUENCY));
        return every == null ? null : every.dividedBy(frequency > 0 && frequency <= 3_600 ? frequency : 1);
    }

    /** 0 to 23; RSS 0.91 counted to 24 and meant midnight. */
    private static Set<Integer> hours(Set<String> stated) {
        Set<Integer> hours = new TreeSet<>();
        for (String text : stated) {
            long hour = number(text);
            if (hour >= 0 && hour <= 24) {
                hours.add((int) hour % 24);
            }
        }
        return hours;
    }

    private static Set<DayOfWeek> days(Set<String> stated) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (stated.stream().anyMatch(s -> s.equalsIgnoreCase(day.name()))) {
                days.add(day);
            }
        }
        return days;
    }

    /** A small whole number, or -1. */
    private static long number(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,9}") ? Long.parseLong(text.strip()) : -1;
    }
}
