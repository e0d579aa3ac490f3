package io.visitwatch.app.replay;

import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * How far a replay is: enough to go on after an interruption with the same result.
 *
 * @param identity archives, configuration and data versions; another identity starts from the beginning
 * @param source number of the source being read
 * @param items items of it that are done
 * @param runs sorted runs on disk
 * @param deadLetterBytes length of the dead letters so far
 * @param tally counts so far
 */
record Checkpoint(String identity, int source, long items, List<String> runs, long deadLetterBytes, ReplayTally tally) {
    private static final String NAME = "checkpoint.json";

    /** Nothing done yet. */
    static Checkpoint start(String identity) {
        return new Checkpoint(identity, 0, 0, List.of(), 0, new ReplayTally());
    }

    /** The checkpoint in a folder, when there is one of the same identity. */
    static Optional<Checkpoint> read(Path folder, String identity) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Checkpoint found = Json.mapper().readValue(file.toFile(), Checkpoint.class);
        return found.identity().equals(identity) ? Optional.of(found) : Optional.empty();
    }

    /** Replaces the checkpoint in a folder, in one step. */
    void write(Path folder) throws IOException {
        Path part = folder.resolve(NAME + ".part");
        Files.writeString(part, Json.write(this));
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
