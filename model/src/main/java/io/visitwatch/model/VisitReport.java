package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one article claims about one visit. A report is a claim, not yet a fact: the ledger joins reports into a {@link Visit}.
 *
 * @param id stable id from article id, revision and the position of the visit in the article
 * @param articleId article that claims it
 * @param revision revision of that article
 * @param url address of the article; null when it has none
 * @param title title of the article
 * @param outlet who published it
 * @param language BCP 47 code of the article's text
 * @param published publication time; null when unknown
 * @param firstSeen when the article was first seen
 * @param visitors who came, head of the delegation first; never empty
 * @param place where
 * @param dates when
 * @param status where the visit stands according to this article
 * @param hosts whom they met
 * @param purpose words of the text for the purpose; null when none
 * @param evidence the sentences that prove it, best first; never empty
 * @param rules names of the rules that fired, sorted
 * @param confidence probability from 0 to 1 that this is a true report of a visit
 * @param scoreParts what the confidence is made of
 * @param visitKey deterministic grouping key of one article alone (head visitor, place, window), a first guess at the visit
 * @param fingerprint the article's MinHash signature: near-equal texts count as one source
 * @param syndicatedFrom agency credited; null when none
 * @param backfill whether the article was imported as history
 * @param dataVersion digest of rules, language packs and gazetteer that read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitReport(
        String id,
        String articleId,
        int revision,
        @Nullable String url,
        String title,
        Outlet outlet,
        String language,
        @Nullable Instant published,
        Instant firstSeen,
        List<Visitor> visitors,
        VisitPlace place,
        VisitDates dates,
        VisitStatus status,
        List<Host> hosts,
        @Nullable String purpose,
        List<Evidence> evidence,
        List<String> rules,
        double confidence,
        List<ScorePart> scoreParts,
        String visitKey,
        List<Long> fingerprint,
        @Nullable String syndicatedFrom,
        boolean backfill,
        String dataVersion) {
    public VisitReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(status, "status");
        visitors = List.copyOf(visitors);
        hosts = List.copyOf(hosts);
        evidence = List.copyOf(evidence);
        rules = List.copyOf(rules);
        scoreParts = List.copyOf(scoreParts);
        fingerprint = List.copyOf(fingerprint);
        if (visitors.isEmpty()) {
            throw new IllegalArgumentException("visit report " + id + " has no visitor");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("visit report " + id + " has no evidence");
        }
    }

    /** The visitor the visit is named after: the head of the delegation. */
    public Visitor head() {
        return visitors.get(0);
    }

    /** The time that orders this report among others: published, else first seen. */
    public Instant eventTime() {
        return published == null ? firstSeen : published;
    }
}
