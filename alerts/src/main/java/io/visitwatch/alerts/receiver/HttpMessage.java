package io.visitwatch.alerts.receiver;

import java.util.Map;

/**
 * One POST request to a receiver.
 *
 * @param url where to
 * @param headers request headers besides {@code Content-Type}, which is {@code application/json}
 * @param body JSON
 */
public record HttpMessage(String url, Map<String, String> headers, String body) {
    public HttpMessage {
        headers = Map.copyOf(headers);
    }
}
