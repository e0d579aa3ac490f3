package io.visitwatch.enrich.visit;

import io.visitwatch.model.Article;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.NoVisit.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reasons for no report, each with the sentence that decided it. */
final class Rejections {
    private Rejections() {}

    /** The rejection of an article in which nothing looks like a visit. */
    static NoVisit nothing(Article article) {
        return new NoVisit(
                article.id(),
                article.revision(),
                Reason.NO_VISIT,
                "nothing in it looks like a visit to the watched country",
                null);
    }

    /** One rejection per reason, in the order of the article; findings under the threshold come last. */
    static List<NoVisit> of(Article article, List<Claim> claims, List<Finding> found, double threshold) {
        Map<Reason, NoVisit> byReason = new EnumMap<>(Reason.class);
        List<NoVisit> rejections = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.rejection() != null && !byReason.containsKey(claim.rejection())) {
                NoVisit rejection = of(article, claim, claim.rejection());
                byReason.put(claim.rejection(), rejection);
                rejections.add(rejection);
            }
        }
        for (Finding finding : found) {
            if (finding.confidence() < threshold) {
                rejections.add(new NoVisit(
                        article.id(),
                        article.revision(),
                        Reason.BELOW_THRESHOLD,
                        who(finding.visitor()) + " may visit, confidence " + finding.confidence() + " is under "
                                + threshold,
                        ReportBuilder.evidence(finding.claims().get(0))));
            }
        }
        return rejections;
    }

    private static NoVisit of(Article article, Claim claim, Reason reason) {
        return new NoVisit(
                article.id(),
                article.revision(),
                reason,
                who(claim.mover()) + " " + detail(reason),
                ReportBuilder.evidence(claim));
    }

    private static String who(@Nullable Actor actor) {
        if (actor == null) {
            return "nobody known";
        }
        String words = actor.name().isEmpty() ? actor.role() : actor.name();
        return (words.isEmpty() ? "somebody" : words) + (actor.country().isEmpty() ? "" : " (" + actor.country() + ")");
    }

    private static String detail(Reason reason) {
        return switch (reason) {
            case REVERSE -> "of the watched country goes abroad";
            case DOMESTIC -> "belongs to the watched country";
            case RESIDENT -> "is stationed there";
            case BACKGROUND -> "came long before, or holds no office any more";
            case NONOFFICIAL -> "holds no known foreign office";
            case OTHER_PLACE -> "is in another place";
            case REMOTE -> "calls or writes, nobody travels";
            case NO_VISIT -> "does not visit";
            case BELOW_THRESHOLD -> "may visit";
        };
    }
}
