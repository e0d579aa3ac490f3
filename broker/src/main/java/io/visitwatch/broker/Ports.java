package io.visitwatch.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the broker's port: the configured one, the one of the last run, or any free one. */
final class Ports {
    private static final String LAST_PORT = "last-port";

    private Ports() {}

    /** The port clients will use, free a moment ago. */
    static int forClients(BrokerConfig config) {
        try {
            if (config.port() != 0) {
                if (!free(config.host(), config.port())) {
                    throw new BrokerException(
                            BrokerException.Kind.ENVIRONMENT,
                            "port " + config.port() + " of " + config.host()
                                    + " is taken by another program: set kafka.embedded.port to a free one, or to 0");
                }
                return config.port();
            }
            int last = last(config.folder());
            return last != 0 && free(config.host(), last) ? last : any(config.host());
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot listen on " + config.host() + " (" + e + "): set kafka.embedded.host to an own address",
                    e);
        }
    }

    /** Any free port of {@code host}. */
    static int any(String host) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }

    /** Keeps the port for the next run, so that subscribers find the broker again. */
    static void remember(Path folder, int port) throws IOException {
        Files.writeString(folder.resolve(LAST_PORT), Integer.toString(port));
    }

    private static int last(Path folder) throws IOException {
        Path file = folder.resolve(LAST_PORT);
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(text), 65_535) : 0;
    }

    private static boolean free(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false; // the answer asked for
        }
    }
}
