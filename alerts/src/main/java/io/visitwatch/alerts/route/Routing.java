package io.visitwatch.alerts.route;

import io.visitwatch.model.Alert;
import io.visitwatch.model.VisitChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole routing configuration, and the decision it makes for one alert.
 *
 * @param root root of the tree; its receiver takes what no child wants
 * @param silences silences, from the configuration and from commands
 * @param inhibitions inhibition rules
 * @param muteTimes mute times by name
 * @param quietChanges changes that wake nobody
 */
public record Routing(
        Route root,
        List<Silence> silences,
        List<Inhibition> inhibitions,
        Map<String, MuteTime> muteTimes,
        Set<VisitChange> quietChanges) {
    /** Wakes nobody by default: the same visit, told once more. */
    public static final Set<VisitChange> QUIET_BY_DEFAULT = Set.of(VisitChange.NEW_SOURCE);

    public Routing {
        silences = List.copyOf(silences);
        inhibitions = List.copyOf(inhibitions);
        muteTimes = Map.copyOf(muteTimes);
        quietChanges = Set.copyOf(quietChanges);
        checkMuteTimes(root, muteTimes);
    }

    /** A routing that tells one receiver everything. */
    public static Routing to(String receiver) {
        return new Routing(Route.to(receiver), List.of(), List.of(), Map.of(), QUIET_BY_DEFAULT);
    }

    /** Names of all receivers the tree mentions. */
    public Set<String> receivers() {
        return flatten(root)
                .map(Route::receiver)
                .flatMap(name -> Stream.ofNullable(name))
                .collect(Collectors.toSet());
    }

    /** This routing with more silences. */
    public Routing with(List<Silence> more) {
        List<Silence> all = new ArrayList<>(silences);
        all.addAll(more);
        return new Routing(root, all, inhibitions, muteTimes, quietChanges);
    }

    /**
     * Who is told of an alert, and who is not, and why.
     *
     * @param alert the alert
     * @param active labels of the last alert of each visit that is not closed, for inhibition
     * @param now time the silences and mute times are asked at
     * @return one decision per route the alert ends at, each receiver at most once
     */
    public List<Decision> decide(Alert alert, List<AlertLabels> active, Instant now) {
        AlertLabels labels = AlertLabels.of(alert);
        Optional<Held> held = held(alert, labels, active, now);
        Set<String> told = new HashSet<>();
        List<Decision> decisions = new ArrayList<>();
        for (Route.Target target : root.match(labels)) {
            if (!target.receiver().isEmpty() && told.add(target.receiver())) {
                decisions.add(held.map(h -> new Decision(target, h.verdict(), h.why(), now))
                        .orElseGet(() -> timed(target, now)));
            }
        }
        return decisions;
    }

    private Optional<Held> held(Alert alert, AlertLabels labels, List<AlertLabels> active, Instant now) {
        if (alert.backfill()) {
            return Optional.of(new Held(Verdict.BACKFILL, "rests on imported history alone"));
        }
        if (quietChanges.contains(alert.change())) {
            return Optional.of(new Held(Verdict.QUIET, alert.change() + " wakes nobody"));
        }
        Instant asked = alert.visit().silencedUntil();
        if (asked != null && now.isBefore(asked)) {
            return Optional.of(new Held(Verdict.SILENCED, "an analyst silenced this visit until " + asked));
        }
        for (Silence silence : silences) {
            if (silence.holds(labels, now)) {
                return Optional.of(new Held(
                        Verdict.SILENCED,
                        "silence " + silence.id() + " until " + silence.endsAt() + ": " + silence.comment()));
            }
        }
        for (Inhibition inhibition : inhibitions) {
            Optional<String> by = inhibition.mutedBy(labels, active);
            if (by.isPresent()) {
                return Optional.of(new Held(
                        Verdict.INHIBITED, "rule " + inhibition.name() + ": visit " + by.get() + " is told already"));
            }
        }
        return Optional.empty();
    }

    private Decision timed(Route.Target target, Instant now) {
        Instant due = target.muteTimes().stream()
                .flatMap(name -> Stream.ofNullable(muteTimes.get(name)))
                .map(mute -> mute.endAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        if (due.isAfter(now)) {
            return new Decision(target, Verdict.MUTED, "mute time until " + due, due);
        }
        return new Decision(target, Verdict.NOTIFY, "route " + target.path(), now.plus(target.groupWait()));
    }

    private static Stream<Route> flatten(Route route) {
        return Stream.concat(Stream.of(route), route.routes().stream().flatMap(Routing::flatten));
    }

    private static void checkMuteTimes(Route root, Map<String, MuteTime> known) {
        flatten(root)
                .forEach(route -> route.muteTimes().forEach(name -> {
                    if (!known.containsKey(name)) {
                        throw new IllegalArgumentException("route " + route.name() + " names mute time '" + name
                                + "', which mute_times does not define");
                    }
                }));
    }

    /** What becomes of an alert at one receiver. */
    public enum Verdict {
        /** Told, after the group's wait. */
        NOTIFY,
        /** Told when the mute time ends. */
        MUTED,
        /** Not told: a silence holds it. */
        SILENCED,
        /** Not told: a weightier visit is told. */
        INHIBITED,
        /** Not told: the kind of change wakes nobody. */
        QUIET,
        /** Not told: imported history. */
        BACKFILL;

        /** Whether a message will go out. */
        public boolean tells() {
            return this == NOTIFY || this == MUTED;
        }
    }

    /**
     * The decision for one receiver.
     *
     * @param target route the alert ended at
     * @param verdict what becomes of it
     * @param why in plain words
     * @param due when the message may go out; the time of asking when none will
     */
    public record Decision(Route.Target target, Verdict verdict, String why, Instant due) {}

    private record Held(Verdict verdict, String why) {}
}
