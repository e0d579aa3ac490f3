package io.visitwatch.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One KRaft node, broker and controller in one, inside this process.
 *
 * <p>{@link #start} returns once the broker takes requests; {@link #bootstrapServers()} is what any Kafka client connects to.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long CLOSE_SECONDS = 15;

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final String address;

    private EmbeddedBroker(FolderLock lock, KafkaRaftServer server, String address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts a broker and waits for it.
     *
     * @throws BrokerException when the platform, the folder or the port does not allow it, or when it takes too long
     */
    public static EmbeddedBroker start(BrokerConfig config) {
        refuseWindows(System.getProperty("os.name", ""));
        BrokerHalt.install();
        FolderLock lock = FolderLock.take(config.folder());
        try {
            Path logs = config.folder().resolve("kafka");
            new KraftStorage(logs, BrokerProperties.NODE_ID).prepare();
            int port = Ports.forClients(config);
            Properties properties = BrokerProperties.of(config, logs, port, Ports.any(BrokerConfig.LOOPBACK));
            KafkaRaftServer server = startServer(properties, config);
            Ports.remember(config.folder(), port);
            String address = config.host() + ":" + port;
            LOG.info("broker ready at {}", address);
            return new EmbeddedBroker(lock, server, address);
        } catch (IOException e) {
            lock.close();
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "the embedded broker cannot start: " + e, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Address for {@code bootstrap.servers} of any client on this machine. */
    public String bootstrapServers() {
        return address;
    }

    /** Stops the broker in order and frees its folder. */
    @Override
    public void close() {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::shutdown, EmbeddedBroker::run);
        try {
            await(stopped, CLOSE_SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("broker did not stop within {} s: its folder is recovered at the next start", CLOSE_SECONDS, e);
        } finally {
            lock.close();
        }
    }

    /** Kafka on Windows halts when it deletes a topic or renames a segment; nobody should find out by losing data. */
    static void refuseWindows(String osName) {
        if (osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "the embedded broker does not run on Windows: use WSL or Docker, or set kafka.bootstrap.servers");
        }
    }

    private static KafkaRaftServer startServer(Properties properties, BrokerConfig config) {
        CompletableFuture<KafkaRaftServer> started = CompletableFuture.supplyAsync(
                () -> {
                    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
                    server.startup();
                    return server;
                },
                EmbeddedBroker::run);
        try {
            return await(started, config.startTimeout().toSeconds());
        } catch (TimeoutException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "the embedded broker in " + config.folder() + " was not ready after " + config.startTimeout()
                            + ": look at its log with -v, or start with an empty folder (--data)",
                    e);
        }
    }

    private static <T> T await(CompletableFuture<T> future, long seconds) throws TimeoutException {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT, "the embedded broker failed: " + rootMessage(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted while the broker worked", e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("unknown cause");
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "embedded-broker");
        thread.setDaemon(true);
        thread.start();
    }
}
