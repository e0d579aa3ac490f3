package io.visitwatch.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What a demo needs to go on after it was killed: when its newsroom opened and on which port, so that the stories are the same ones
 * at the same addresses.
 *
 * @param start moment the stories are dated against
 * @param port port of the newsroom; 0 before the first start
 */
record DemoPlace(Instant start, int port) {
    private static final String FILE = "demo.json";

    /** The place kept in {@code folder}, else a new one. */
    static DemoPlace in(Path folder, InstantSource clock) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.isRegularFile(file)) {
                return Json.read(Files.readString(file), DemoPlace.class);
            }
        } catch (JsonProcessingException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT, file + " is torn: start with an empty folder (--data)", e);
        } catch (IOException e) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "cannot read " + file + ": " + e, e);
        }
        return new DemoPlace(clock.instant().truncatedTo(ChronoUnit.SECONDS), 0);
    }

    /** Keeps this place with the port the newsroom got. */
    void keep(Path folder, int actualPort) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, Json.write(new DemoPlace(start, actualPort)));
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT, "cannot write " + file + " (" + e + "): check the folder", e);
        }
    }
}
