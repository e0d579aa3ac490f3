package io.visitwatch.app.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the visits two versions found in one archive. Two visits are the same when they rest on a common article.
 *
 * @param visitsA visits version A found
 * @param visitsB visits version B found
 * @param differences what differs, oldest first
 */
public record Comparison(int visitsA, int visitsB, List<Difference> differences) {
    /** Kinds of differences, in the order they are shown. */
    public enum Kind {
        /** Only B tells of it. */
        GAINED,
        /** Only A tells of it. */
        LOST,
        /** B tells of it first. */
        EARLIER,
        /** A tells of it first. */
        LATER,
        /** Both tell, with another status in the end. */
        STATUS,
        /** Both tell, of other visitors. */
        VISITORS
    }

    /**
     * One difference.
     *
     * @param kind what differs
     * @param at when the visit was first told, by B where B tells of it
     * @param who the head of the delegation
     * @param country country or organisation acted for
     * @param before what A says; null when A says nothing
     * @param after what B says; null when B says nothing
     * @param sentence the first evidence of the visit
     * @param title title of its first article
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            Kind kind,
            Instant at,
            String who,
            String country,
            @Nullable String before,
            @Nullable String after,
            String sentence,
            String title) {}

    /** Compares what A and B found. */
    public static Comparison of(List<Visit> a, List<Visit> b) {
        Map<String, Visit> byArticle = new HashMap<>();
        a.forEach(visit -> articles(visit).forEach(article -> byArticle.putIfAbsent(article, visit)));
        List<Difference> differences = new ArrayList<>();
        Set<String> matched = new TreeSet<>();
        for (Visit visit : b) {
            Visit other = articles(visit).stream()
                    .map(byArticle::get)
                    .filter(found -> found != null && !matched.contains(found.id()))
                    .findFirst()
                    .orElse(null);
            if (other == null) {
                differences.add(difference(Kind.GAINED, visit, null, describe(visit)));
            } else {
                matched.add(other.id());
                compare(other, visit, differences);
            }
        }
        a.stream()
                .filter(visit -> !matched.contains(visit.id()))
                .forEach(visit -> differences.add(difference(Kind.LOST, visit, describe(visit), null)));
        differences.sort(Comparator.comparing(Difference::at)
                .thenComparing(Difference::kind)
                .thenComparing(Difference::who)
                .thenComparing(Difference::title));
        return new Comparison(a.size(), b.size(), List.copyOf(differences));
    }

    /** Number of differences by kind. */
    public Map<Kind, Long> counts() {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::kind, java.util.TreeMap::new, Collectors.counting()));
    }

    private static void compare(Visit before, Visit after, List<Difference> differences) {
        int time = after.openedAt().compareTo(before.openedAt());
        if (time != 0) {
            Kind kind = time < 0 ? Kind.EARLIER : Kind.LATER;
            differences.add(difference(
                    kind, after, before.openedAt().toString(), after.openedAt().toString()));
        }
        VisitStatus was = before.status();
        if (was != after.status()) {
            differences.add(
                    difference(Kind.STATUS, after, was.name(), after.status().name()));
        }
        String visitorsBefore = visitors(before);
        String visitorsAfter = visitors(after);
        if (!visitorsBefore.equals(visitorsAfter)) {
            differences.add(difference(Kind.VISITORS, after, visitorsBefore, visitorsAfter));
        }
    }

    private static Difference difference(Kind kind, Visit visit, @Nullable String before, @Nullable String after) {
        Visit.Source first = visit.sources().isEmpty() ? null : visit.sources().get(0);
        Evidence evidence = first == null ? null : first.evidence();
        Visitor head = visit.head();
        return new Difference(
                kind,
                visit.openedAt(),
                name(head),
                head.country(),
                before,
                after,
                evidence == null ? "" : evidence.sentence(),
                first == null ? "" : first.title());
    }

    private static String describe(Visit visit) {
        return visit.status() + " " + visitors(visit);
    }

    private static String visitors(Visit visit) {
        return visit.visitors().stream()
                .map(visitor -> name(visitor) + " (" + visitor.country() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String name(Visitor visitor) {
        return visitor.named() ? visitor.name() : visitor.role() == null ? "delegation" : visitor.role();
    }

    private static Set<String> articles(Visit visit) {
        return visit.sources().stream().map(Visit.Source::articleId).collect(Collectors.toCollection(TreeSet::new));
    }
}
