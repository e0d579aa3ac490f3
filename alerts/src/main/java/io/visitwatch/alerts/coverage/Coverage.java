package io.visitwatch.alerts.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** States the coverage of a day from its counts and the statements of the days before. */
public final class Coverage {
    private static final int WEEK = 7;

    private final CoverageConfig config;

    /** Coverage by {@code config}. */
    public Coverage(CoverageConfig config) {
        this.config = config;
    }

    /**
     * The statement of one day.
     *
     * @param watch watched place
     * @param day the day, UTC
     * @param feeds all feeds subscribed for it
     * @param articles articles read that day, by language
     * @param earlier statements of the days before, in any order; other places and later days are left out
     */
    public CoverageStatement state(
            String watch,
            LocalDate day,
            List<FeedHealth> feeds,
            SortedMap<String, Integer> articles,
            List<CoverageStatement> earlier) {
        return state(watch, day, feeds, articles, earlier, true);
    }

    /** The same of a day that has not ended: few articles are no gap yet, dead feeds are. */
    public CoverageStatement soFar(
            String watch,
            LocalDate day,
            List<FeedHealth> feeds,
            SortedMap<String, Integer> articles,
            List<CoverageStatement> earlier) {
        return state(watch, day, feeds, articles, earlier, false);
    }

    private CoverageStatement state(
            String watch,
            LocalDate day,
            List<FeedHealth> feeds,
            SortedMap<String, Integer> articles,
            List<CoverageStatement> earlier,
            boolean complete) {
        List<CoverageStatement> before = earlier.stream()
                .filter(s -> s.watch().equals(watch) && s.day().isBefore(day))
                .filter(s -> !s.day().isBefore(day.minusDays(config.usualDays())))
                .sorted(Comparator.comparing(CoverageStatement::day))
                .toList();
        SortedMap<String, Integer> usual = usual(day, before);
        SortedMap<String, Integer> expected = complete ? usual : new TreeMap<>();
        List<CoverageGap> gaps = new ArrayList<>(silent(feeds));
        gaps.addAll(fallen(articles, expected));
        int alive = (int) feeds.stream().filter(FeedHealth::alive).count();
        CoverageLevel level = level(feeds.size(), alive, articles, expected, gaps);
        CoverageLevel previous =
                before.isEmpty() ? null : before.get(before.size() - 1).level();
        return new CoverageStatement(
                watch,
                day,
                feeds.size(),
                alive,
                articles,
                usual,
                gaps,
                level,
                previous,
                complete,
                summary(watch, day, feeds.size(), alive, articles, gaps, level, previous));
    }

    /** A usual day: the median of the days before, or the same weekday a week ago where that is less (weekends are quiet). */
    private static SortedMap<String, Integer> usual(LocalDate day, List<CoverageStatement> before) {
        Set<String> languages = new TreeSet<>();
        before.forEach(s -> languages.addAll(s.articles().keySet()));
        SortedMap<String, Integer> usual = new TreeMap<>();
        for (String language : languages) {
            List<Integer> counts = before.stream()
                    .map(s -> s.articles().getOrDefault(language, 0))
                    .sorted()
                    .toList();
            int median = counts.get(counts.size() / 2);
            int weekday = before.stream()
                    .filter(s -> s.day().equals(day.minusDays(WEEK)))
                    .map(s -> s.articles().getOrDefault(language, 0))
                    .findFirst()
                    .orElse(median);
            usual.put(language, Math.min(median, weekday));
        }
        return usual;
    }

    private static List<CoverageGap> silent(List<FeedHealth> feeds) {
        return feeds.stream()
                .filter(feed -> !feed.alive())
                .sorted(Comparator.comparing(FeedHealth::feedId))
                .map(feed -> new CoverageGap(CoverageGap.Kind.FEED_SILENT, feed.feedId(), words(feed)))
                .toList();
    }

    private static String words(FeedHealth feed) {
        String since = feed.lastRead() == null ? "never read" : "last read " + feed.lastRead();
        return feed.reason().isEmpty() ? since : since + ": " + feed.reason();
    }

    private List<CoverageGap> fallen(SortedMap<String, Integer> articles, SortedMap<String, Integer> usual) {
        List<CoverageGap> gaps = new ArrayList<>();
        usual.forEach((language, count) -> {
            int today = articles.getOrDefault(language, 0);
            if (count >= config.worthArticles() && today < config.fallenTo() * count) {
                gaps.add(new CoverageGap(
                        CoverageGap.Kind.LANGUAGE_FELL, language, today + " articles, usually " + count));
            }
        });
        return gaps;
    }

    private CoverageLevel level(
            int feeds,
            int alive,
            SortedMap<String, Integer> articles,
            SortedMap<String, Integer> usual,
            List<CoverageGap> gaps) {
        int read = total(articles);
        int expected = total(usual);
        boolean lostFeeds = feeds > 0 && alive < config.lostFeeds() * feeds;
        boolean lostArticles = expected >= config.worthArticles() && read < config.lostFeeds() * expected;
        if (feeds == 0 || lostFeeds || lostArticles) {
            return CoverageLevel.LOST;
        }
        boolean languageFell = gaps.stream().anyMatch(gap -> gap.kind() == CoverageGap.Kind.LANGUAGE_FELL);
        return alive < config.reducedFeeds() * feeds || languageFell ? CoverageLevel.REDUCED : CoverageLevel.FULL;
    }

    private static int total(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String summary(
            String watch,
            LocalDate day,
            int feeds,
            int alive,
            SortedMap<String, Integer> articles,
            List<CoverageGap> gaps,
            CoverageLevel level,
            @Nullable CoverageLevel previous) {
        String moved = previous == null || previous == level
                ? ""
                : " (was " + previous.name().toLowerCase(Locale.ROOT) + ")";
        String worst = gaps.isEmpty()
                ? ""
                : "; " + gaps.get(gaps.size() - 1).subject() + ": "
                        + gaps.get(gaps.size() - 1).detail();
        return "Coverage of " + watch + " on " + day + " is " + level.name().toLowerCase(Locale.ROOT) + moved + ": "
                + alive + " of " + feeds + " feeds alive, " + total(articles) + " articles in " + articles.size()
                + (articles.size() == 1 ? " language" : " languages") + worst;
    }
}
