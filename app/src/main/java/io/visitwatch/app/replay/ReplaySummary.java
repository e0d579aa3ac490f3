package io.visitwatch.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What a replay found, for {@code summary.json}. The rates and seconds are of this run and machine; all else is reproducible.
 *
 * @param items items read
 * @param articles articles in them
 * @param unreadable items that could not be read, listed in {@code dead-letters.jsonl}
 * @param clampedDates articles whose stated time was not believed
 * @param reports claims of visits
 * @param visits visits
 * @param alerts alerts, by kind of change
 * @param rejections articles without a claim, by reason
 * @param languages articles by language
 * @param dataVersion digest of rules, language packs and gazetteer
 * @param seconds time of this run from its start to its end
 * @param itemsPerSecond rate of reading in this run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplaySummary(
        long items,
        long articles,
        long unreadable,
        long clampedDates,
        long reports,
        long visits,
        Map<String, Long> alerts,
        Map<String, Long> rejections,
        Map<String, Long> languages,
        String dataVersion,
        double seconds,
        long itemsPerSecond) {}
