package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of this instance among others of one installation: made once, kept in its data folder. */
final class InstanceName {
    private static final String FILE = "instance";

    private InstanceName() {}

    /** The name kept in {@code data}; the caller holds the folder's lock. */
    static synchronized String of(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (Files.isRegularFile(file)) {
                String kept = Files.readString(file).strip();
                if (kept.matches("[0-9a-f]{8}")) {
                    return kept;
                }
            }
            String made = UUID.randomUUID().toString().substring(0, 8);
            Files.writeString(file, made);
            return made;
        } catch (IOException e) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "cannot write " + file + ": " + e, e);
        }
    }
}
