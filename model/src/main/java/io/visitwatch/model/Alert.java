package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one visit worth telling.
 *
 * @param id stable id from visit, change and its content: the same input gives the same id on any machine
 * @param change what changed
 * @param at event time of the change
 * @param summary one English line for people
 * @param visit the visit after the change
 * @param previousStatus status before a STATUS_CHANGED or CONTRADICTED; null otherwise
 * @param evidence the sentence behind this change; null for a change that time or an analyst made
 * @param reportId the report behind it; null as above
 * @param rules names of the rules that fired
 * @param scoreParts what the confidence is made of
 * @param baseRates what is usual, in words ({@code third visit this quarter})
 * @param backfill true when it rests on imported history alone: kept, wakes nobody
 * @param dataVersion digest of rules, language packs and gazetteer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
        String id,
        VisitChange change,
        Instant at,
        String summary,
        Visit visit,
        @Nullable VisitStatus previousStatus,
        @Nullable Evidence evidence,
        @Nullable String reportId,
        List<String> rules,
        List<ScorePart> scoreParts,
        List<String> baseRates,
        boolean backfill,
        String dataVersion) {
    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(visit, "visit");
        rules = List.copyOf(rules);
        scoreParts = List.copyOf(scoreParts);
        baseRates = List.copyOf(baseRates);
    }
}
