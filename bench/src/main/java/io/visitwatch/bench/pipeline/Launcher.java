package io.visitwatch.bench.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of the built tree, as a user starts it; the first start builds it. */
final class Launcher {
    private static final Path COMMAND = Path.of("visitwatch").toAbsolutePath();

    private Launcher() {}

    static boolean isThere() {
        return Files.isExecutable(COMMAND);
    }

    /** Starts it; what it writes to standard error is dropped. */
    static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
