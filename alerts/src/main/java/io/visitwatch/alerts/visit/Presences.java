package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.visit.VisitorMatch.Tier;
import io.visitwatch.model.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Clusters the reports that put a visitor there, on the way, or just gone. */
final class Presences {
    /** A summit's guests come within so many days. */
    private static final int GATHERING_DAYS = 3;

    /** A visit longer than this is taken for several, parted where it was silent longest. */
    private static final int LONGEST_DAYS = 21;

    private final int gapDays;

    Presences(int gapDays) {
        this.gapDays = gapDays;
    }

    /** Clusters of the presences among {@code claims}, by first day. */
    List<Cluster> cluster(List<Claim> claims) {
        List<Cluster> clusters = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            List<Claim> narrow = claims.stream()
                    .filter(c -> c.present() && !c.wide() && c.tier() == tier)
                    .toList();
            grow(clusters, narrow, gapDays);
        }
        for (Tier tier : Tier.values()) {
            List<Claim> wide = claims.stream()
                    .filter(c -> c.present() && c.wide() && c.tier() == tier)
                    .toList();
            grow(clusters, wide, 0);
        }
        clusters.sort(Cluster.byFirstDay());
        return clusters;
    }

    private void grow(List<Cluster> clusters, List<Claim> claims, int reach) {
        List<Runnable> joins = new ArrayList<>();
        List<Claim> rest = new ArrayList<>();
        for (Claim claim : claims) {
            home(clusters, claim, reach)
                    .ifPresentOrElse(home -> joins.add(() -> home.add(claim)), () -> rest.add(claim));
        }
        joins.forEach(Runnable::run);
        for (List<Claim> group : connected(rest, reach)) {
            for (List<Claim> visit : part(group)) {
                clusters.add(new Cluster(visit));
            }
        }
    }

    private static Optional<Cluster> home(List<Cluster> clusters, Claim claim, int reach) {
        return clusters.stream()
                .filter(c -> claim.distance(c.first(), c.last()) <= reach)
                .filter(c -> c.match(claim).compareTo(Clustering.least(claim.tier())) >= 0)
                .min(Comparator.comparing((Cluster c) -> c.match(claim))
                        .reversed()
                        .thenComparing(c -> claim.distance(c.first(), c.last()))
                        .thenComparing(Cluster.byFirstDay().reversed()));
    }

    private List<List<Claim>> connected(List<Claim> claims, int reach) {
        List<Claim> byDay = new ArrayList<>(claims);
        byDay.sort(Comparator.comparing(Claim::from).thenComparing(Claim.ORDER));
        Groups groups = new Groups(byDay.size());
        for (int i = 0; i < byDay.size(); i++) {
            for (int j = i + 1; j < byDay.size(); j++) {
                if (groups.lead(i) != groups.lead(j) && linked(byDay.get(i), byDay.get(j), reach)) {
                    groups.join(i, j);
                }
            }
        }
        return groups.of(byDay);
    }

    private static boolean linked(Claim a, Claim b, int reach) {
        long distance = a.distance(b);
        if (distance > Math.max(reach, GATHERING_DAYS)) {
            return false;
        }
        if (distance <= reach && VisitorMatch.best(a.report(), b.report()).compareTo(Clustering.least(a.tier())) >= 0) {
            return true;
        }
        boolean oneEvent = (a.gathering() == Gathering.HUB && b.gathering() != Gathering.NONE)
                || (b.gathering() == Gathering.HUB && a.gathering() != Gathering.NONE);
        return oneEvent && distance <= GATHERING_DAYS;
    }

    /** Parts a group where the visitor left and came again, or where it is too long for one visit. */
    private static List<List<Claim>> part(List<Claim> group) {
        Optional<LocalDate> departure = departure(group).or(() -> longestSilence(group));
        if (departure.isEmpty()) {
            return List.of(group);
        }
        List<Claim> before = new ArrayList<>();
        List<Claim> after = new ArrayList<>();
        for (Claim claim : group) {
            (claim.from().isAfter(departure.get()) ? after : before).add(claim);
        }
        List<List<Claim>> parts = new ArrayList<>(part(before));
        parts.addAll(part(after));
        return parts;
    }

    /** The first day after which a report says "left", and two days later or more another dates a new arrival. */
    private static Optional<LocalDate> departure(List<Claim> group) {
        return group.stream()
                .filter(c -> c.report().status() == VisitStatus.ENDED)
                .map(Claim::to)
                .filter(day -> group.stream().anyMatch(c -> arrivesAfter(c, day)))
                .filter(day -> group.stream().noneMatch(c -> spans(c, day.plusDays(1))))
                .min(Comparator.naturalOrder());
    }

    private static boolean arrivesAfter(Claim claim, LocalDate day) {
        return claim.dated()
                && claim.report().status() != VisitStatus.ENDED
                && claim.from().isAfter(day.plusDays(1));
    }

    private static boolean spans(Claim claim, LocalDate day) {
        return !claim.from().isAfter(day) && !claim.to().isBefore(day) && claim.dated();
    }

    private static Optional<LocalDate> longestSilence(List<Claim> group) {
        LocalDate last = group.get(0).to();
        long span = group.stream().mapToLong(c -> c.to().toEpochDay()).max().orElse(0)
                - group.get(0).from().toEpochDay();
        if (span <= LONGEST_DAYS) {
            return Optional.empty();
        }
        long longest = 1;
        Optional<LocalDate> silence = Optional.empty();
        for (Claim claim : group) {
            long gap = claim.from().toEpochDay() - last.toEpochDay();
            if (gap > longest) {
                longest = gap;
                silence = Optional.of(last);
            }
            last = claim.to().isAfter(last) ? claim.to() : last;
        }
        return silence;
    }
}
