package io.visitwatch.ingest.farm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How many connections each host of the farm has open at a time, as the system counts them. A server's own count is of no use here: on
 * a busy machine it still works at requests whose asker has long hung up, and counts them beside the next ones. A connection that the
 * asker has closed is no longer established, whatever the server does; one kept for later is counted, as it was once in use.
 */
final class OpenConnections implements AutoCloseable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final String port;
    private int most;
    private int looks;

    /** Watches the connections to {@code port} from now on. */
    OpenConnections(int port) {
        this.port = String.format(Locale.ROOT, "%04X", port);
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Most connections one host had open at once. */
    synchronized int most() {
        return most;
    }

    /** How often the system was asked; 0 where it has no table of connections. */
    synchronized int looks() {
        return looks;
    }

    private synchronized void look() {
        Map<String, Integer> open = new HashMap<>();
        for (Path table : TABLES) {
            try {
                Files.readAllLines(table).forEach(line -> count(line.strip().split("\\s+", 5), open));
                looks++;
            } catch (IOException e) {
                return; // not Linux
            }
        }
        most = Math.max(most, open.values().stream().max(Integer::compare).orElse(0));
    }

    /** Fields: number, own address, other address, state; our side is the server's. */
    private void count(String[] fields, Map<String, Integer> open) {
        if (fields.length > 3 && fields[3].equals(ESTABLISHED) && fields[1].endsWith(":" + port)) {
            String address = fields[1].substring(0, fields[1].length() - 5);
            open.merge(address.substring(address.length() - 8), 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
