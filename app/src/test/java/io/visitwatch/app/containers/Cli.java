package io.visitwatch.app.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs command lines as an operator does, from the root of the tree. */
final class Cli {
    /** The root of the tree; tests run in the folder of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final long MOST_MINUTES = 4;

    private Cli() {}

    /**
     * How a command ended.
     *
     * @param exit exit code
     * @param text standard output and standard error
     */
    record Result(int exit, String text) {}

    /** Runs a command to its end. */
    static Result run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end; so far: " + text);
        }
        return new Result(process.exitValue(), text.strip());
    }

    /** Runs {@code docker} and returns what it printed. */
    static String docker(String... arguments) throws IOException, InterruptedException {
        return must(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    }

    /** Runs a command that has to succeed and returns what it printed. */
    static String must(List<String> command) throws IOException, InterruptedException {
        Result result = run(command);
        if (result.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + result.exit() + ": " + result.text());
        }
        return result.text();
    }
}
