package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts plans, delays, cancellations and denials with the visit they speak of: the next one of that visitor after their
 * publication, when their days allow it. Plans without a visit yet form chains, so that a changed date stays one visit.
 */
final class Plans {
    private final LedgerConfig config;
    private final List<Cluster> presences;
    private final Map<String, Cluster> next = new HashMap<>();

    Plans(LedgerConfig config, List<Cluster> presences) {
        this.config = config;
        this.presences = presences;
    }

    /** All visits: the presences with their plans, and the plans of visits still to come. */
    List<Cluster> cluster(List<Claim> claims) {
        List<Claim> plans = claims.stream().filter(c -> !c.present()).toList();
        for (Claim plan : plans) {
            presences.stream()
                    .filter(p -> follows(p, plan))
                    .findFirst()
                    .ifPresent(p -> next.put(plan.report().id(), p));
        }
        List<Cluster> chains = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            grow(chains, plans.stream().filter(c -> c.tier() == tier).toList());
        }
        List<Cluster> visits = new ArrayList<>(presences);
        for (Cluster chain : chains) {
            Optional<Cluster> visit = fulfilled(chain);
            if (visit.isPresent()) {
                chain.claims().forEach(visit.get()::add);
            } else {
                visits.add(chain);
            }
        }
        return visits;
    }

    private boolean follows(Cluster presence, Claim plan) {
        return !presence.last().isBefore(plan.told().minusDays(1))
                && presence.match(plan).compareTo(Clustering.least(plan.tier())) >= 0;
    }

    private void grow(List<Cluster> chains, List<Claim> plans) {
        List<Runnable> joins = new ArrayList<>();
        List<Claim> rest = new ArrayList<>();
        for (Claim plan : plans) {
            Cluster home = home(chains, plan);
            if (home == null) {
                rest.add(plan);
            } else {
                joins.add(() -> home.add(plan));
            }
        }
        joins.forEach(Runnable::run);
        Groups.linked(rest, this::linked).forEach(chain -> chains.add(new Cluster(chain)));
    }

    private @Nullable Cluster home(List<Cluster> chains, Claim plan) {
        return chains.stream()
                .filter(c -> c.match(plan).compareTo(Clustering.least(plan.tier())) >= 0)
                .filter(c ->
                        next.get(c.founder().report().id()) == nextOf(plan, c) && apart(c, plan) <= config.planDays())
                .min(Comparator.comparing((Cluster c) -> c.match(plan))
                        .reversed()
                        .thenComparing(c -> apart(c, plan))
                        .thenComparing(Cluster.byFirstDay()))
                .orElse(null);
    }

    /** A vague plan may match other visits than the chain does: what matters is the next one that both can mean. */
    private @Nullable Cluster nextOf(Claim plan, Cluster chain) {
        return presences.stream()
                .filter(p -> follows(p, plan) && p.match(chain.founder()).compareTo(VisitorMatch.OFFICE) >= 0)
                .findFirst()
                .orElse(null);
    }

    private static long apart(Cluster chain, Claim plan) {
        return chain.claims().stream()
                .mapToLong(c -> Math.abs(c.told().toEpochDay() - plan.told().toEpochDay()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private boolean linked(Claim a, Claim b) {
        long apart = Math.abs(a.told().toEpochDay() - b.told().toEpochDay());
        boolean twoVisitsOfOneArticle =
                a.report().articleId().equals(b.report().articleId()) && a.distance(b) > config.gapDays();
        return apart <= config.planDays()
                && !twoVisitsOfOneArticle
                && next.get(a.report().id()) == next.get(b.report().id())
                && VisitorMatch.best(a.report(), b.report()).compareTo(Clustering.least(a.tier())) >= 0;
    }

    /** The visit that a chain of plans became: the next one, when any of the plans speaks of its days. */
    private Optional<Cluster> fulfilled(Cluster chain) {
        for (Claim plan : chain.claims()) {
            Cluster candidate = next.get(plan.report().id());
            if (candidate != null && speaksOf(plan, candidate)) {
                return Optional.of(candidate);
            }
        }
        return presences.stream()
                .filter(p -> chain.claims().stream()
                        .anyMatch(plan -> !plan.wide()
                                && speaksOf(plan, p)
                                && p.match(plan).compareTo(Clustering.least(plan.tier())) >= 0))
                .findFirst();
    }

    private boolean speaksOf(Claim plan, Cluster presence) {
        LocalDate first = presence.first();
        return plan.distance(first, presence.last()) <= (plan.wide() ? 0 : config.gapDays());
    }
}
