package io.visitwatch.alerts.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read about one watched place on one day, and what was not.
 *
 * @param watch watched place
 * @param day the day, UTC
 * @param feeds number of feeds subscribed
 * @param feedsAlive number of them that could be read
 * @param articles articles read that day, by language
 * @param usual articles of a usual day, by language: median of the days before
 * @param gaps what was not read, feeds first
 * @param level how far the place was covered
 * @param previous level of the day before; null on the first day
 * @param complete whether the day has ended; the day so far is judged by its feeds alone
 * @param summary one line for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageStatement(
        String watch,
        LocalDate day,
        int feeds,
        int feedsAlive,
        SortedMap<String, Integer> articles,
        SortedMap<String, Integer> usual,
        List<CoverageGap> gaps,
        CoverageLevel level,
        @Nullable CoverageLevel previous,
        boolean complete,
        String summary) {
    public CoverageStatement {
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(day, "day");
        articles = new TreeMap<>(articles);
        usual = new TreeMap<>(usual);
        gaps = List.copyOf(gaps);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(summary, "summary");
    }

    /** Key on the topic: one statement per watched place and day. */
    public String key() {
        return watch + "/" + day;
    }

    /** Whether coverage fell since the day before: worth waking somebody. */
    public boolean fell() {
        return previous != null ? level.compareTo(previous) > 0 : level != CoverageLevel.FULL;
    }

    /** Whether coverage is better than the day before. */
    public boolean recovered() {
        return previous != null && level.compareTo(previous) < 0;
    }
}
