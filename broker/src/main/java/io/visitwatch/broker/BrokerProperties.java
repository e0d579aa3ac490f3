package io.visitwatch.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single node that holds little and starts often. */
final class BrokerProperties {
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE_ID = 1;

    private BrokerProperties() {}

    static Properties of(BrokerConfig config, Path logs, int port, int controllerPort) {
        Properties p = new Properties();
        listeners(p, config.host(), port, controllerPort);
        p.put("log.dirs", logs.toString());
        singleCopies(p);
        quickStart(p);
        small(p);
        p.putAll(config.overrides());
        return p;
    }

    private static void listeners(Properties p, String host, int port, int controllerPort) {
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE_ID));
        String controller = BrokerConfig.LOOPBACK + ":" + controllerPort;
        p.put("listeners", "PLAINTEXT://" + host + ":" + port + "," + CONTROLLER + "://" + controller);
        p.put("advertised.listeners", "PLAINTEXT://" + host + ":" + port);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("controller.listener.names", CONTROLLER);
        p.put("controller.quorum.voters", NODE_ID + "@" + controller);
    }

    /** One node cannot keep three copies, and one partition makes the first transaction twice as quick. */
    private static void singleCopies(Properties p) {
        p.put("default.replication.factor", "1");
        p.put("min.insync.replicas", "1");
        p.put("offsets.topic.replication.factor", "1");
        p.put("offsets.topic.num.partitions", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("transaction.state.log.num.partitions", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("auto.create.topics.enable", "false");
    }

    /** After a kill the old registration must expire before the broker is let in again: 2 s instead of 9 s. */
    private static void quickStart(Properties p) {
        p.put("broker.session.timeout.ms", "2000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        p.put("controller.quorum.election.timeout.ms", "300");
        p.put("controlled.shutdown.enable", "true");
    }

    private static void small(Properties p) {
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        p.put("log.cleaner.threads", "1");
        p.put("log.cleaner.dedupe.buffer.size", "8388608");
        p.put("log.segment.bytes", "134217728");
        p.put("log.index.size.max.bytes", "1048576");
        p.put("metadata.log.segment.bytes", "16777216");
        p.put("message.max.bytes", "8388608");
        p.put("replica.fetch.max.bytes", "8388608");
    }
}
