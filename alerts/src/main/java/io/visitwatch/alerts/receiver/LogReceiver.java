package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each alert as one line of the log. */
final class LogReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(LogReceiver.class);

    private final String name;

    LogReceiver(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryOutcome deliver(Notification notification) {
        notification
                .alerts()
                .forEach(alert -> LOG.atInfo()
                        .addKeyValue("receiver", name)
                        .addKeyValue("visitId", alert.visit().id())
                        .addKeyValue("alertId", alert.id())
                        .log(AlertText.title(alert)));
        return new DeliveryOutcome.Delivered();
    }
}
