package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Notification;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that takes one POST request. What the answer means is the same for all, after Standard Webhooks: 2xx is taken, 410 is
 * gone for good, 429 and 5xx and silence are tried again, any other answer too, since a receiver under repair may give any.
 */
final class HttpReceiver implements Receiver {
    private final String name;
    private final HttpSender sender;
    private final Function<Notification, HttpMessage> form;

    HttpReceiver(String name, HttpSender sender, Function<Notification, HttpMessage> form) {
        this.name = name;
        this.sender = sender;
        this.form = form;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryOutcome deliver(Notification notification) {
        try {
            HttpSender.Reply reply = sender.send(form.apply(notification));
            return outcome(reply);
        } catch (IOException e) {
            return new DeliveryOutcome.Retry("no answer: " + e.getMessage(), null);
        }
    }

    private static DeliveryOutcome outcome(HttpSender.Reply reply) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome.Delivered();
        }
        if (status == 410) {
            return new DeliveryOutcome.Gone("answered 410 Gone: correct the receiver's url in the configuration");
        }
        return new DeliveryOutcome.Retry("answered " + status, seconds(reply.retryAfter()));
    }

    /** Seconds only: the date form of Retry-After would bring in a clock, and the schedule is a safe answer to it. */
    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.strip().matches("\\d{1,6}")) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    }
}
