package io.visitwatch.alerts.visit;

import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.util.Set;

/** How far two mentions of visitors may mean the same one, weakest first. */
enum VisitorMatch {
    /** Different people, or different states. */
    NONE,
    /** One is an unnamed delegation of the other's state. */
    DELEGATION,
    /** One is named, the other is the holder of the same office. */
    OFFICE,
    /** The same id, or two spellings of one name. */
    SAME;

    /** Offices of the first two ranks that a state has several of at a time. */
    private static final Set<String> SHARED = Set.of(
            "minister",
            "minister-of-state",
            "vice-president",
            "deputy-prime-minister",
            "royal",
            "patriarch",
            "commissioner",
            "envoy",
            "delegation");

    /** Offices that say no more than that somebody official comes. */
    private static final Set<String> VAGUE = Set.of(
            "delegation", "official", "minister", "minister-of-state", "deputy-minister", "general", "commander");

    private static final int LAST_SINGLE_RANK = 2;

    /** How {@code a} and {@code b} match. */
    static VisitorMatch of(Visitor a, Visitor b) {
        if (a.id().equals(b.id())) {
            return tier(a) == Tier.DELEGATION ? DELEGATION : SAME;
        }
        if (!a.country().equals(b.country())) {
            return NONE;
        }
        Tier ta = tier(a);
        Tier tb = tier(b);
        if (ta == Tier.NAMED && tb == Tier.NAMED) {
            return named(a, b);
        }
        if (ta == Tier.DELEGATION || tb == Tier.DELEGATION) {
            return DELEGATION;
        }
        return sameOffice(a, b) ? OFFICE : NONE;
    }

    private static VisitorMatch named(Visitor a, Visitor b) {
        boolean bothKnown = known(a) && known(b);
        if (!bothKnown && NameSkeleton.alike(a.name(), b.name())) {
            return SAME;
        }
        boolean oneHolder = a.officeKind() != null && !SHARED.contains(a.officeKind()) && a.rank() <= LAST_SINGLE_RANK;
        return !bothKnown && oneHolder && sameOffice(a, b) ? OFFICE : NONE;
    }

    /** The best match of any visitor of one report with any of the other. */
    static VisitorMatch best(VisitReport a, VisitReport b) {
        VisitorMatch best = NONE;
        for (Visitor x : a.visitors()) {
            for (Visitor y : b.visitors()) {
                VisitorMatch match = of(x, y);
                if (match.compareTo(best) > 0) {
                    best = match;
                }
            }
        }
        return best;
    }

    private static boolean sameOffice(Visitor a, Visitor b) {
        return a.officeKind() != null && a.officeKind().equals(b.officeKind());
    }

    /** Whether the gazetteer knows the person: a Wikidata id. */
    static boolean known(Visitor visitor) {
        String id = visitor.id();
        return id.length() > 1 && id.charAt(0) == 'Q' && id.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** How well the text says who comes. */
    static Tier tier(Visitor visitor) {
        if (visitor.named() || known(visitor)) {
            return Tier.NAMED;
        }
        boolean office = visitor.officeKind() != null
                && !VAGUE.contains(visitor.officeKind())
                && !visitor.id().startsWith("delegation:");
        return office ? Tier.OFFICE : Tier.DELEGATION;
    }

    /** The best tier among a report's visitors. */
    static Tier tier(VisitReport report) {
        return report.visitors().stream()
                .map(VisitorMatch::tier)
                .min(Enum::compareTo)
                .orElse(Tier.DELEGATION);
    }

    /** How well a visitor is said, best first. */
    enum Tier {
        NAMED,
        OFFICE,
        DELEGATION
    }
}
