package io.visitwatch.app.config;

import java.util.Objects;

/**
 * One thing wrong in a configuration file.
 *
 * @param place {@code file:line:column}
 * @param key dotted path of the key ({@code feeds[3].url}); empty for the whole file
 * @param message what is wrong and what to do
 */
public record ConfigProblem(String place, String key, String message) {
    public ConfigProblem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
