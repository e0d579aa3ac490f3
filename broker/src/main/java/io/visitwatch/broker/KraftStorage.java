package io.visitwatch.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's folder on disk: formatted once, checked before each start.
 *
 * <p>A torn {@code meta.properties} (power cut, full disk) stops Kafka with "node ID not found". Its content never changes after
 * formatting, so a copy beside it is enough to put it back.
 */
final class KraftStorage {
    private static final Logger LOG = LoggerFactory.getLogger(KraftStorage.class);
    private static final String META = "meta.properties";
    private static final String BACKUP = "meta.properties.backup";

    private final Path folder;
    private final int nodeId;

    KraftStorage(Path folder, int nodeId) {
        this.folder = folder;
        this.nodeId = nodeId;
    }

    /** Makes the folder ready for Kafka: formats a new one, repairs a torn one. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            if (valid(folder.resolve(META))) {
                backUp();
            } else if (valid(folder.resolve(BACKUP))) {
                LOG.warn("{} was torn: put back from {}", folder.resolve(META), BACKUP);
                copy(BACKUP, META);
            } else if (holdsData()) {
                throw new BrokerException(
                        BrokerException.Kind.ENVIRONMENT,
                        folder.resolve(META) + " is unreadable and has no backup, while the folder holds data:"
                                + " restore that file, or start with an empty folder (--data)");
            } else {
                format();
                backUp();
            }
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot prepare the broker's folder " + folder + " (" + e + "): check its owner and free space",
                    e);
        }
    }

    private static boolean valid(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            LOG.debug("{} is no properties file", file, e);
            return false;
        }
        return properties.containsKey("cluster.id")
                && properties.containsKey("node.id")
                && properties.containsKey("directory.id");
    }

    private boolean holdsData() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.anyMatch(Files::isDirectory);
        }
    }

    private void backUp() throws IOException {
        if (!valid(folder.resolve(BACKUP))) {
            copy(META, BACKUP);
        }
    }

    private void copy(String from, String to) throws IOException {
        Path temporary = folder.resolve(to + ".tmp");
        Files.copy(folder.resolve(from), temporary, StandardCopyOption.REPLACE_EXISTING);
        Files.move(temporary, folder.resolve(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void format() throws IOException {
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        try (PrintStream printer = new PrintStream(talk, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(printer)
                    .setNodeId(nodeId)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // Kafka declares no narrower type
            throw new IOException(
                    "formatting failed: "
                            + talk.toString(StandardCharsets.UTF_8).strip(),
                    e);
        }
        LOG.debug("{}", talk);
    }
}
