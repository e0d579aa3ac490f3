package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One visit: it happened once, whatever the number of articles that tell of it.
 *
 * @param id stable id: the same reports give the same id on any machine
 * @param version counts the changes, from 1
 * @param visitors who came, head first
 * @param place where
 * @param dates when, narrowed by all reports
 * @param status where it stands
 * @param hosts whom they met
 * @param confidence highest confidence of a sound report, raised by independent sources
 * @param confirmed whether the configured condition of independent sources is met
 * @param independentSources number of sources after near-copies are counted once
 * @param history the life cycle, oldest first, each step with the sentence that caused it
 * @param sources the reports it rests on, oldest first
 * @param notes analyst verdicts and joins, oldest first
 * @param openedAt event time of the first report
 * @param updatedAt event time of the last change
 * @param closed whether its window has passed; only a late report about those very days still joins it
 * @param purpose words of the best source for the purpose; null when none gives one
 * @param stops places its reports put the visitor in, in the order of the reports
 * @param repeats number of further reports that said the same again and are not listed in {@code sources}
 * @param overdue whether the announced days passed without a word of arrival
 * @param retracted whether the reports were withdrawn or an analyst rejected it
 * @param mergedInto id of the visit this one turned out to be; null for a visit of its own
 * @param silencedUntil an analyst wants no message before this time; null when not silenced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Visit(
        String id,
        int version,
        List<Visitor> visitors,
        VisitPlace place,
        VisitDates dates,
        VisitStatus status,
        List<Host> hosts,
        double confidence,
        boolean confirmed,
        int independentSources,
        List<Step> history,
        List<Source> sources,
        List<String> notes,
        Instant openedAt,
        Instant updatedAt,
        boolean closed,
        @Nullable String purpose,
        List<VisitPlace> stops,
        int repeats,
        boolean overdue,
        boolean retracted,
        @Nullable String mergedInto,
        @Nullable Instant silencedUntil) {
    public Visit {
        Objects.requireNonNull(id, "id");
        visitors = List.copyOf(visitors);
        hosts = List.copyOf(hosts);
        history = List.copyOf(history);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
        stops = stops == null ? List.of() : List.copyOf(stops);
    }

    /** The visitor the visit is named after. */
    public Visitor head() {
        return visitors.get(0);
    }

    /**
     * One step of the life cycle.
     *
     * @param status status reached
     * @param at event time of the report that reached it
     * @param reportId that report; null for a step the passing of time or an analyst made
     * @param evidence sentence that caused it; null as above
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            VisitStatus status,
            Instant at,
            @Nullable String reportId,
            @Nullable Evidence evidence) {}

    /**
     * One report of the visit, in short.
     *
     * @param reportId the report
     * @param articleId its article
     * @param revision revision of that article
     * @param url address of the article; null when it has none
     * @param title title of the article
     * @param outlet who published it
     * @param language BCP 47 code of its text
     * @param at event time of the report
     * @param status status it claims
     * @param confidence its confidence
     * @param evidence its best sentence
     * @param group number of its group of near-copies: one group is one source
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String reportId,
            String articleId,
            int revision,
            @Nullable String url,
            String title,
            Outlet outlet,
            String language,
            Instant at,
            VisitStatus status,
            double confidence,
            Evidence evidence,
            int group) {}
}
