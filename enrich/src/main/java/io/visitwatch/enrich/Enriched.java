package io.visitwatch.enrich;

import io.visitwatch.model.NoVisit;
import io.visitwatch.model.TaggedArticle;
import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Objects;

/**
 * What was read out of one article.
 *
 * @param tagged the article with its language, keyword tags and mentions
 * @param reports visits it reports, the main one first
 * @param rejections why it gives no report, or what else in it looked like a visit and was none; best reason first, one at
 *     least where {@code reports} is empty
 */
public record Enriched(TaggedArticle tagged, List<VisitReport> reports, List<NoVisit> rejections) {
    public Enriched {
        Objects.requireNonNull(tagged, "tagged");
        reports = List.copyOf(reports);
        rejections = List.copyOf(rejections);
    }
}
