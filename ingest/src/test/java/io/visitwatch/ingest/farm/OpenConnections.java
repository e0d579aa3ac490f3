package io.visitwatch.ingest.farm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How many connections each host of the farm has open at a time, as the system counts them. A server's own count is of no use here: on
 * a busy machine it still works at requests whose asker has long hung up, and counts them beside the next ones. A connection that the
 * asker has closed is no longer established, whatever the server does; one kept for later is counted, as it was once in use.
 *
 * <p>The table is long and the system writes it piece by piece, during which connections come and go. What stands in two looks in a row
 * was open at the moment between them; that alone is counted.
 */
final class OpenConnections implements AutoCloseable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final String port;
    private Set<String> before = Set.of();
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
        Set<String> now = new HashSet<>();
        for (Path table : TABLES) {
            try {
                Files.readAllLines(table).forEach(line -> note(line.strip().split("\\s+", 5), now));
                looks++;
            } catch (IOException e) {
                return; // not Linux
            }
        }
        Map<String, Integer> open = new HashMap<>();
        now.stream().filter(before::contains).forEach(each -> open.merge(host(each), 1, Integer::sum));
        most = Math.max(most, open.values().stream().max(Integer::compare).orElse(0));
        before = now;
    }

    /** Fields: number, own address, other address, state; our side is the server's. */
    private void note(String[] fields, Set<String> open) {
        if (fields.length > 3 && fields[3].equals(ESTABLISHED) && fields[1].endsWith(":" + port)) {
            open.add(fields[1] + " " + fields[2]);
        }
    }

    /** The last 32 bits of our side's address. */
    private static String host(String connection) {
        int colon = connection.indexOf(':');
        return connection.substring(colon - 8, colon);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
