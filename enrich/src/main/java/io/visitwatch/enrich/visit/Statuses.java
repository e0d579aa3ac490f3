package io.visitwatch.enrich.visit;

import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.VisitStatus.Coarse;
import java.util.List;

/** One status out of all that an article says about a visit. */
final class Statuses {
    private Statuses() {}

    /**
     * What the article as a whole says: called off beats all in headline and lead, presence beats plans. A headline's
     * present tense tells plans too, so a plan in the body beats it.
     */
    static VisitStatus of(List<Claim> claims) {
        VisitStatus off = null;
        VisitStatus here = null;
        VisitStatus headline = null;
        VisitStatus spoken = null;
        VisitStatus plan = null;
        boolean planInBody = false;
        int offs = 0;
        boolean announced =
                claims.stream().anyMatch(c -> c.frame().title() && c.status().coarse() == Coarse.PLANNED);
        for (Claim claim : claims) {
            VisitStatus status = claim.status();
            boolean title = claim.frame().title();
            if (status.coarse() == Coarse.CANCELLED) {
                offs += claim.frame().lead() ? 2 : 1;
                off = off == null ? status : off;
            } else if (status.coarse() == Coarse.PLANNED) {
                plan = plan == null ? status : plan;
                planInBody |= !title && !(meetsLater(claim) && thereInHeadline(claims));
            } else if (partOfPlan(claim, claims)
                    || (announced && claim.features().contains(ClaimMaker.MAYBE_AHEAD))) {
                planInBody |= !title;
            } else if (claim.features().contains(ClaimMaker.NOUN) || spokenFrom(claim)) {
                spoken = spoken == null ? status : spoken;
            } else if (title && status != VisitStatus.ENDED) {
                headline = headline == null ? status : headline;
            } else {
                here = here == null || status == VisitStatus.ENDED ? status : here;
            }
        }
        if (here == null && !planInBody) {
            here = headline;
        }
        if (off != null && (offs > 1 || (here == null && plan == null))) {
            return off;
        }
        if (here != null) {
            return here;
        }
        if (plan != null) {
            return plan;
        }
        return spoken == null ? VisitStatus.ARRIVED : spoken;
    }

    /** A meeting still to come. */
    private static boolean meetsLater(Claim claim) {
        return claim.rule() == Claim.Rule.MEETS || claim.rule() == Claim.Rule.RECEIVED_BY_HOST;
    }

    /** "X in Z for talks" above "he will meet Y": he is there already. */
    private static boolean thereInHeadline(List<Claim> claims) {
        return claims.stream()
                .anyMatch(c -> c.rule() == Claim.Rule.HEADLINE
                        && c.frame().title()
                        && c.status().coarse() == Coarse.HAPPENING);
    }

    /** Speech that only the dateline puts there. */
    private static boolean spokenFrom(Claim claim) {
        return claim.rule() == Claim.Rule.SPEAKS_THERE && claim.source() == Claim.PlaceSource.DATELINE;
    }

    /** "Will travel to Baghdad tomorrow, on an official visit": what goes on about a plan is no presence. */
    private static boolean partOfPlan(Claim claim, List<Claim> claims) {
        boolean mayFollow = claim.rule() == Claim.Rule.VISITS
                || claim.rule() == Claim.Rule.MEETS
                || claim.rule() == Claim.Rule.IS_THERE
                || claim.rule() == Claim.Rule.SPEAKS_THERE;
        return mayFollow
                && claim.status() == VisitStatus.ARRIVED
                && claims.stream()
                        .anyMatch(c -> c.frame().sentence().equals(claim.frame().sentence())
                                && c.frame()
                                        .section()
                                        .name()
                                        .equals(claim.frame().section().name())
                                && c.at() < claim.at()
                                && c.status().coarse() == Coarse.PLANNED);
    }
}
