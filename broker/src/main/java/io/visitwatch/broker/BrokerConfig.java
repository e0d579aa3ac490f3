package io.visitwatch.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How the embedded broker runs.
 *
 * @param folder where its data lives; made when missing
 * @param host address to listen on and to tell clients
 * @param port port for clients; 0 takes the port of the last run when it is free, else any free one
 * @param startTimeout how long a start may take, recovery included
 * @param overrides further broker settings, which win over ours
 */
public record BrokerConfig(Path folder, String host, int port, Duration startTimeout, Map<String, String> overrides) {
    /** The loopback address: nobody outside this machine reaches the broker. */
    public static final String LOOPBACK = "127.0.0.1";

    public BrokerConfig {
        folder = folder.toAbsolutePath().normalize();
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(startTimeout, "startTimeout");
        overrides = Map.copyOf(overrides);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("broker port " + port + " is outside 0..65535");
        }
    }

    /** A broker on the loopback address with its data in {@code folder} and a port of its own choice. */
    public static BrokerConfig in(Path folder) {
        return new BrokerConfig(folder, LOOPBACK, 0, Duration.ofMinutes(2), Map.of());
    }

    /** The same broker on {@code port}. */
    public BrokerConfig withPort(int port) {
        return new BrokerConfig(folder, host, port, startTimeout, overrides);
    }
}
