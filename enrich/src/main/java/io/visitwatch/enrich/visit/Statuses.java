package io.visitwatch.enrich.visit;

import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.VisitStatus.Coarse;
import java.util.List;

/** One status out of all that an article says about a visit. */
final class Statuses {
    private Statuses() {}

    /** What the article as a whole says: called off beats all in headline and lead, presence beats plans. */
    static VisitStatus of(List<Claim> claims) {
        VisitStatus off = null;
        VisitStatus here = null;
        VisitStatus spoken = null;
        VisitStatus plan = null;
        int offs = 0;
        for (Claim claim : claims) {
            Coarse coarse = claim.status().coarse();
            if (coarse == Coarse.CANCELLED) {
                offs += claim.frame().lead() ? 2 : 1;
                off = off == null ? claim.status() : off;
            } else if (coarse == Coarse.HAPPENING) {
                boolean noun = claim.features().contains(ClaimMaker.NOUN);
                spoken = noun && spoken == null ? claim.status() : spoken;
                here = !noun && (here == null || claim.status() == VisitStatus.ENDED) ? claim.status() : here;
            } else {
                plan = plan == null ? claim.status() : plan;
            }
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
}
