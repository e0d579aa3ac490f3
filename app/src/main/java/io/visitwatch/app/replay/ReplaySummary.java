package io.visitwatch.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        long itemsPerSecond) {
    /** The summary of what was counted and found. */
    public static ReplaySummary of(
            ReplayTally tally, ReplayResults results, String dataVersion, double seconds, double itemsPerSecond) {
        return new ReplaySummary(
                tally.items(),
                tally.articles(),
                tally.unreadable(),
                tally.clamped(),
                tally.reports(),
                results.visitCount(),
                results.changes(),
                tally.rejections(),
                tally.languages(),
                dataVersion,
                Math.round(seconds * 100) / 100.0,
                Math.round(itemsPerSecond));
    }

    /** Writes {@code summary.json} into a folder. */
    public void write(Path out) throws IOException {
        Files.writeString(
                out.resolve("summary.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
