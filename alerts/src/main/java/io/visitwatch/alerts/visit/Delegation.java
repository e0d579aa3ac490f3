package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who came, over all reports: spellings of one name are one visitor, and an office or a delegation without a name gives way to the
 * name once somebody tells it.
 */
final class Delegation {
    /** Best known first: id of the gazetteer, name in Latin script, longer name; then by id, so that the order never matters. */
    private static final Comparator<Visitor> BEST = Comparator.comparing((Visitor v) -> !VisitorMatch.known(v))
            .thenComparing(Delegation::latin)
            .thenComparing(v -> v.name().length(), Comparator.reverseOrder())
            .thenComparing(v -> v.officeKind() == null)
            .thenComparing(Visitor::id)
            .thenComparing(Visitor::name);

    private final List<Member> members = new ArrayList<>();

    private Delegation() {}

    /** The visitors of {@code reports}, head first. */
    static List<Visitor> of(List<VisitReport> reports, Map<String, String> names) {
        Delegation delegation = new Delegation();
        for (Tier tier : Tier.values()) {
            for (VisitReport report : reports) {
                for (Visitor visitor : report.visitors()) {
                    if (VisitorMatch.tier(visitor) == tier) {
                        delegation.add(visitor, visitor.equals(report.head()));
                    }
                }
            }
        }
        return delegation.members.stream()
                .sorted(Comparator.comparing((Member m) -> m.headed > 0 ? 0 : 1)
                        .thenComparing(m -> m.tier)
                        .thenComparing(m -> m.best.rank())
                        .thenComparing(m -> -m.headed)
                        .thenComparing(m -> m.best, BEST))
                .map(m -> renamed(m.visitor(), names))
                .toList();
    }

    private void add(Visitor visitor, boolean head) {
        Tier tier = VisitorMatch.tier(visitor);
        Member home = null;
        VisitorMatch closest = VisitorMatch.NONE;
        for (Member member : members) {
            VisitorMatch match = VisitorMatch.of(member.best, visitor);
            if (match.compareTo(closest) > 0) {
                closest = match;
                home = member;
            }
        }
        if (home == null || closest.compareTo(Clustering.least(tier)) < 0) {
            home = new Member(visitor, tier);
            members.add(home);
        }
        home.add(visitor, head);
    }

    private static boolean latin(Visitor visitor) {
        return visitor.name().isEmpty()
                || visitor.name()
                        .codePoints()
                        .filter(Character::isLetter)
                        .anyMatch(cp -> Character.UnicodeScript.of(cp) != Character.UnicodeScript.LATIN);
    }

    private static Visitor renamed(Visitor visitor, Map<String, String> names) {
        String name = names.get(visitor.id());
        return name == null
                ? visitor
                : new Visitor(
                        visitor.id(), name, visitor.country(), visitor.officeKind(), visitor.role(), visitor.rank());
    }

    private static final class Member {
        private final Tier tier;
        private Visitor best;
        private Visitor office;
        private int headed;

        Member(Visitor first, Tier tier) {
            this.best = first;
            this.office = first;
            this.tier = tier;
        }

        void add(Visitor visitor, boolean head) {
            headed += head ? 1 : 0;
            if (VisitorMatch.tier(visitor) == tier && BEST.compare(visitor, best) < 0) {
                best = visitor;
            }
            boolean better = office.officeKind() == null && visitor.officeKind() != null;
            if (better && VisitorMatch.tier(visitor) != Tier.DELEGATION) {
                office = visitor;
            }
        }

        /** The best name, with the office of another mention where the best mention has none. */
        Visitor visitor() {
            if (best.officeKind() != null || office.officeKind() == null) {
                return best;
            }
            return new Visitor(
                    best.id(), best.name(), best.country(), office.officeKind(), office.role(), office.rank());
        }
    }
}
