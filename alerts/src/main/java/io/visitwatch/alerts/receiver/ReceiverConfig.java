package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.Handling;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One receiver of the configuration.
 *
 * @param name name that routes use
 * @param kind what it is
 * @param settings settings of that kind, secrets already resolved
 * @param handling what is withheld from it
 */
public record ReceiverConfig(String name, ReceiverKind kind, Map<String, String> settings, Handling handling) {
    public ReceiverConfig {
        Objects.requireNonNull(kind, "kind");
        settings = Map.copyOf(settings);
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(kind.settings());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("receiver " + name + ": " + kind.word() + " knows no setting " + unknown
                    + ": use " + new TreeSet<>(kind.settings()));
        }
        Set<String> missing = new TreeSet<>(kind.required());
        missing.removeAll(settings.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "receiver " + name + ": " + kind.word() + " needs the settings " + missing);
        }
    }

    /** A required setting. */
    public String need(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    /** A setting with a default. */
    public String get(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    /** Settings may be secrets: only their names are shown. */
    @Override
    public String toString() {
        return "receiver " + name + " (" + kind.word() + ", settings " + new TreeSet<>(settings.keySet()) + ")";
    }
}
