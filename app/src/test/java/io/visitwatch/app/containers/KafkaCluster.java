package io.visitwatch.app.containers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/** Three brokers, each a controller too, on the host's loopback address: processes of this machine reach every one of them. */
final class KafkaCluster implements AutoCloseable {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int BROKERS = 3;

    /** Images differ in whether their start script bears a folder that is formatted already; its settings are written by then. */
    private static final String START = "/etc/kafka/docker/run || exec java $KAFKA_HEAP_OPTS -cp '/opt/kafka/libs/*'"
            + " -Dlog4j2.configurationFile=/opt/kafka/config/log4j2.yaml kafka.Kafka /opt/kafka/config/server.properties";

    private final List<GenericContainer<?>> brokers = new ArrayList<>();
    private final List<Integer> ports;

    private KafkaCluster(List<Integer> ports, List<Integer> controllers) {
        this.ports = ports;
        String voters = IntStream.range(0, BROKERS)
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
                .collect(Collectors.joining(","));
        for (int i = 0; i < BROKERS; i++) {
            String address = "PLAINTEXT://127.0.0.1:" + ports.get(i);
            brokers.add(new GenericContainer<>(IMAGE)
                    .withNetworkMode("host")
                    // The image writes its configuration here at each start, over that of the start before.
                    .withTmpFs(Map.of("/opt/kafka/config", "rw,nosuid,nodev,uid=1000,gid=1000,size=1m"))
                    .withEnv("CLUSTER_ID", "dmlzaXR3YXRjaC10ZXN0cw")
                    .withEnv("KAFKA_LOG_DIRS", "/var/lib/kafka/data")
                    .withEnv("KAFKA_HEAP_OPTS", "-Xmx384m")
                    .withEnv("KAFKA_NODE_ID", Integer.toString(i + 1))
                    .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                    .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", voters)
                    .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                    .withEnv("KAFKA_LISTENERS", address + ",CONTROLLER://127.0.0.1:" + controllers.get(i))
                    .withEnv("KAFKA_ADVERTISED_LISTENERS", address)
                    .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                    .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "PLAINTEXT")
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3")
                    .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3")
                    .withEnv("KAFKA_MESSAGE_MAX_BYTES", "8388608")
                    .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", "8388608")
                    .withCommand("bash", "-c", START)
                    .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1))
                    .withStartupTimeout(Duration.ofMinutes(2))
                    .withStartupAttempts(1));
        }
    }

    /** Starts the three. */
    static KafkaCluster start() throws IOException {
        KafkaCluster cluster = new KafkaCluster(freePorts(), freePorts());
        Startables.deepStart(cluster.brokers).join();
        return cluster;
    }

    /** Addresses of all three. */
    String bootstrap() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** {@code kill -9} of one broker. */
    void kill(int broker) {
        GenericContainer<?> it = brokers.get(broker);
        it.getDockerClient().killContainerCmd(it.getContainerId()).exec();
    }

    /** Starts a killed broker on what it left behind and waits until it has caught up with every partition. */
    void again(int broker) {
        GenericContainer<?> it = brokers.get(broker);
        it.getDockerClient().startContainerCmd(it.getContainerId()).exec();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> whole(admin));
        }
    }

    /** Whether every partition has all its replicas in step. */
    private static boolean whole(Admin admin) throws Exception {
        return admin
                .describeTopics(admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names()
                        .get())
                .allTopicNames()
                .get()
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < BROKERS; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    @Override
    public void close() {
        brokers.forEach(GenericContainer::stop);
    }
}
