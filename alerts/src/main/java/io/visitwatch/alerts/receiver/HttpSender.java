package io.visitwatch.alerts.receiver;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request. The application hands in its guarded client, so that a webhook can reach no address that a feed could not.
 */
@FunctionalInterface
public interface HttpSender {
    /**
     * Sends the message and waits for the answer, at most 30 seconds in all. Redirects are not followed.
     *
     * @throws IOException when no answer came: refused address, no connection, time-out, reset
     */
    Reply send(HttpMessage message) throws IOException;

    /**
     * The answer.
     *
     * @param status HTTP status
     * @param retryAfter value of {@code Retry-After}; null when absent
     */
    record Reply(int status, @Nullable String retryAfter) {}
}
