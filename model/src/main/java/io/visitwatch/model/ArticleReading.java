package io.visitwatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that one revision of an article claims: follows its reports, so that claims of older revisions which it no longer makes can
 * be withdrawn. Sent for revisions above 0 only; a first version has nothing to withdraw.
 *
 * @param articleId the article
 * @param revision the revision that was read
 * @param reportIds ids of all its reports, empty when it no longer tells of a visit
 * @param at event time of the revision, UTC
 * @param backfill whether the article was imported as history
 * @param dataVersion digest of rules, language packs and gazetteer that read it
 */
public record ArticleReading(
        String articleId, int revision, List<String> reportIds, Instant at, boolean backfill, String dataVersion) {
    public ArticleReading {
        Objects.requireNonNull(articleId, "articleId");
        reportIds = List.copyOf(reportIds);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(dataVersion, "dataVersion");
    }

    /** The reading of {@code article} that gave {@code reports}. */
    public static ArticleReading of(Article article, List<VisitReport> reports, String dataVersion) {
        Instant at = article.modified() == null ? article.firstSeen() : article.modified();
        List<String> ids = reports.stream().map(VisitReport::id).toList();
        return new ArticleReading(article.id(), article.revision(), ids, at, article.backfill(), dataVersion);
    }
}
