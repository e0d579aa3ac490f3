package io.visitwatch.alerts.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of the routing tree. An alert enters at the root; the deepest nodes that match send it to their receivers. The first
 * matching child wins unless it says {@code continue}.
 *
 * @param name name shown in explanations
 * @param receiver receiver of alerts that end here; null to take the parent's
 * @param matchers what an alert must satisfy to enter
 * @param goOn whether later siblings are tried too ({@code continue})
 * @param groupBy labels whose equal values put alerts into one message; empty means each alert alone
 * @param groupWait how long the first alert of a group waits for company; null to take the parent's
 * @param repeatInterval shortest time between two messages that say the same; null to take the parent's
 * @param muteTimes names of mute times that hold this route's messages back
 * @param routes children, in order
 */
public record Route(
        String name,
        @Nullable String receiver,
        Matchers matchers,
        boolean goOn,
        List<String> groupBy,
        @Nullable Duration groupWait,
        @Nullable Duration repeatInterval,
        List<String> muteTimes,
        List<Route> routes) {
    /** A route that sends every alert to one receiver at once. */
    public static Route to(String receiver) {
        return new Route("root", receiver, Matchers.ANY, false, List.of(), null, null, List.of(), List.of());
    }

    public Route {
        groupBy = List.copyOf(groupBy);
        muteTimes = List.copyOf(muteTimes);
        routes = List.copyOf(routes);
    }

    /** Where alerts with these labels end, this node being the root of the tree. */
    public List<Target> match(AlertLabels labels) {
        Target inherited = new Target(name, "", Duration.ZERO, Duration.ofHours(4), groupBy, muteTimes);
        return matchers.matches(labels) ? descend(labels, inherit(inherited, name)) : List.of();
    }

    private List<Target> descend(AlertLabels labels, Target self) {
        List<Target> targets = new ArrayList<>();
        for (Route child : routes) {
            if (child.matchers.matches(labels)) {
                targets.addAll(child.descend(labels, child.inherit(self, self.path() + "/" + child.name)));
                if (!child.goOn) {
                    break;
                }
            }
        }
        return targets.isEmpty() ? List.of(self) : targets;
    }

    private Target inherit(Target parent, String path) {
        return new Target(
                path,
                receiver == null ? parent.receiver() : receiver,
                groupWait == null ? parent.groupWait() : groupWait,
                repeatInterval == null ? parent.repeatInterval() : repeatInterval,
                groupBy.isEmpty() ? parent.groupBy() : groupBy,
                muteTimes.isEmpty() ? parent.muteTimes() : muteTimes);
    }

    /**
     * Where an alert ends, settings inherited.
     *
     * @param path names of the nodes passed, from the root
     * @param receiver receiver told; empty when no node of the path names one
     * @param groupWait how long the first alert of a group waits
     * @param repeatInterval shortest time between two messages that say the same
     * @param groupBy labels that form the group
     * @param muteTimes names of mute times that apply
     */
    public record Target(
            String path,
            String receiver,
            Duration groupWait,
            Duration repeatInterval,
            List<String> groupBy,
            List<String> muteTimes) {}
}
