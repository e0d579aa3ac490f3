package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.visit.Actor.Trait;
import io.visitwatch.model.NoVisit.Reason;
import io.visitwatch.model.ScorePart;
import io.visitwatch.model.VisitStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the claims of an article by visitor and weighs them. */
final class Findings {
    private final VisitModel model;

    Findings(VisitModel model) {
        this.model = model;
    }

    /** One finding per visitor, in the order of the article. */
    List<Finding> of(List<Claim> claims) {
        Map<String, List<Claim>> byVisitor = new LinkedHashMap<>();
        List<Claim> accepted = claims.stream().filter(Claim::accepted).toList();
        for (Claim claim : accepted) {
            byVisitor
                    .computeIfAbsent(key(Objects.requireNonNull(claim.mover()), accepted), k -> new ArrayList<>())
                    .add(claim);
        }
        List<Finding> findings = new ArrayList<>();
        byVisitor.values().forEach(own -> {
            List<Claim> sound = own.stream()
                    .filter(c -> !metAbroad(c, claims) && !deniedBeside(c, own))
                    .toList();
            if (!sound.isEmpty() && !onlyElsewhere(sound, claims)) {
                findings.add(weigh(sound, claims));
            }
        });
        return findings.stream()
                .filter(f -> !lent(f, findings) && !staysAway(f, findings))
                .toList();
    }

    /** "As representative of the president": an office whose state only the outlet lends, beside somebody named, is no visitor. */
    private static boolean lent(Finding finding, List<Finding> all) {
        Actor actor = finding.visitor();
        return !actor.has(Trait.NAMED)
                && actor.has(Trait.NATION_LENT)
                && all.stream()
                        .anyMatch(f -> f.visitor().has(Trait.NAMED)
                                && !f.visitor().country().equals(actor.country()));
    }

    /** "X will not attend, Y goes instead": the visit takes place without the one who stays away. */
    private static boolean staysAway(Finding finding, List<Finding> all) {
        return denied(finding)
                && all.stream()
                        .anyMatch(f -> !denied(f)
                                && f.visitor()
                                        .country()
                                        .equals(finding.visitor().country()));
    }

    private static boolean denied(Finding finding) {
        return finding.claims().stream().allMatch(c -> c.status() == VisitStatus.DENIED);
    }

    /** "Will not attend the summit": the noun says no more of him than the verb beside it. */
    private static boolean deniedBeside(Claim claim, List<Claim> own) {
        return claim.rule() == Claim.Rule.GATHERS_THERE
                && claim.status() != VisitStatus.DENIED
                && own.stream()
                        .anyMatch(c -> c.rule() == Claim.Rule.GATHERS_THERE
                                && c.status() == VisitStatus.DENIED
                                && c.frame().equals(claim.frame()));
    }

    /** Whoever is named only as "the minister" is the named minister of the same state, where there is one. */
    private static String key(Actor actor, List<Claim> claims) {
        if (actor.has(Trait.NAMED)) {
            return surnameKey(actor);
        }
        for (Claim claim : claims) {
            Actor other = Objects.requireNonNull(claim.mover());
            boolean same = other.has(Trait.NAMED)
                    && other.country().equals(actor.country())
                    && (actor.officeKind() == null || actor.officeKind().equals(other.officeKind()));
            if (same) {
                return surnameKey(other);
            }
        }
        return actor.key();
    }

    private static String surnameKey(Actor actor) {
        return actor.key();
    }

    /** A visit "to the country" whose only stated stop is another place of it. */
    private static boolean onlyElsewhere(List<Claim> own, List<Claim> all) {
        if (own.stream()
                .anyMatch(c -> (c.level() == Spot.Level.PLACE || c.source() == Claim.PlaceSource.HOST || metHost(c))
                        && c.status() != VisitStatus.DENIED)) {
            return false;
        }
        Set<String> keys =
                own.stream().map(c -> Objects.requireNonNull(c.mover()).key()).collect(Collectors.toSet());
        return all.stream()
                .anyMatch(c -> c.rejection() == Reason.OTHER_PLACE
                        && c.level() == Spot.Level.ELSEWHERE
                        && c.mover() != null
                        && keys.contains(c.mover().key()));
    }

    /** Whether the claim is a meeting with one of the country's government, whose seat is the capital. */
    private static boolean metHost(Claim claim) {
        Actor host = claim.host();
        return host != null
                && claim.rule() == Claim.Rule.MEETS
                && host.country().equals(claim.frame().scene().home())
                && host.standing() == Actor.Standing.OFFICIAL
                && host.officeKind() != null;
    }

    /** A meeting without a place is no visit when the host himself is abroad in the same article. */
    private static boolean metAbroad(Claim claim, List<Claim> all) {
        boolean placed = claim.source() != Claim.PlaceSource.HOST && claim.source() != Claim.PlaceSource.DISCOURSE;
        Actor host = claim.host();
        if (placed || host == null) {
            return false;
        }
        return all.stream()
                .anyMatch(c -> c.rejection() == Reason.REVERSE
                        && c.mover() != null
                        && (c.mover().key().equals(host.key()) || c.frame().lead()));
    }

    /** Whether somebody without office goes there in the same article: then an unnamed group is likely he. */
    private static boolean privateTravellers(List<Claim> all) {
        return all.stream()
                .anyMatch(c -> c.rejection() == Reason.NONOFFICIAL
                        && c.mover() != null
                        && c.mover().standing() == Actor.Standing.NONOFFICIAL);
    }

    private Finding weigh(List<Claim> own, List<Claim> all) {
        List<ScorePart> best = List.of();
        double confidence = -1;
        long rules = own.stream().map(Claim::rule).distinct().count();
        long sentences = own.stream().map(c -> c.frame().sentence()).distinct().count();
        for (Claim claim : own) {
            Set<String> features = features(claim);
            if (rules > 1 || sentences > 1) {
                features.add("support");
            }
            if (features.contains("group") && privateTravellers(all)) {
                features.add("private-travellers");
            }
            List<ScorePart> parts = model.parts(features);
            double probability = VisitModel.probability(parts);
            if (probability > confidence) {
                confidence = probability;
                best = parts;
            }
        }
        return new Finding(bestForm(own), List.copyOf(own), best, confidence);
    }

    /** All features of one claim. */
    static Set<String> features(Claim claim) {
        Set<String> features = new HashSet<>(claim.features());
        features.add("rule:" + name(claim.rule()));
        features.add("place:" + name(claim.source()));
        features.add("level:" + name(claim.level()));
        return features;
    }

    private static Actor bestForm(List<Claim> own) {
        return own.stream()
                .map(Claim::mover)
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(
                                (@Nullable Actor a) -> a == null ? 0 : a.name().length())
                        .thenComparingInt(a -> a == null ? 0 : a.role().length()))
                .orElseThrow();
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
