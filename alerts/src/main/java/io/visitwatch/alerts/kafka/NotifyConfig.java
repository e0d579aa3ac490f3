package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.RetrySchedule;
import io.visitwatch.alerts.receiver.Receiver;
import io.visitwatch.alerts.route.Routing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the outbox loop needs to know.
 *
 * @param routing who is told
 * @param receivers how, by name
 * @param handling what is withheld, by receiver; nothing where absent
 * @param retries when failed tries are repeated
 * @param instance name of this instance, the same after a restart and unlike any other's
 */
public record NotifyConfig(
        Routing routing,
        Map<String, Receiver> receivers,
        Map<String, Handling> handling,
        RetrySchedule retries,
        String instance) {
    public NotifyConfig {
        receivers = Map.copyOf(receivers);
        handling = Map.copyOf(handling);
        TreeSet<String> unknown = new TreeSet<>(routing.receivers());
        unknown.removeAll(receivers.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("routes name receivers " + unknown
                    + " that receivers does not define: known are " + new TreeSet<>(receivers.keySet()));
        }
    }

    /** With the standard retries and nothing withheld. */
    public static NotifyConfig of(Routing routing, List<Receiver> receivers, String instance) {
        Map<String, Receiver> byName = new HashMap<>();
        receivers.forEach(receiver -> byName.put(receiver.name(), receiver));
        return new NotifyConfig(routing, byName, Map.of(), RetrySchedule.STANDARD, instance);
    }
}
