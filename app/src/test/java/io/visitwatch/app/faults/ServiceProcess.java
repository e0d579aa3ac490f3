package io.visitwatch.app.faults;

import io.visitwatch.app.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command line as a process of its own. Runs from the packed libraries where the build has made them, as users do, else from
 * the class path of the test.
 */
final class ServiceProcess implements AutoCloseable {
    private final Process process;
    private final Path err;
    private final Path out;

    private ServiceProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a command.
     *
     * @param log folder and name without ending of the files that keep what it says
     * @param wrapper words before {@code java}, such as {@code prlimit}
     * @param jvm options of the JVM
     * @param environment further environment variables
     */
    static ServiceProcess start(
            Path log, List<String> wrapper, List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Path.of(log + ".out");
        Path err = Path.of(log + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), out, err);
    }

    /** A command with 512 MB. */
    static ServiceProcess start(Path log, String... arguments) throws IOException {
        return start(log, List.of(), List.of("-Xmx512m"), Map.of(), arguments);
    }

    private static String classPath() throws IOException {
        Path packed = Path.of("target/lib");
        if (Files.isDirectory(packed)) {
            try (var jars = Files.list(packed)) {
                if (jars.anyMatch(j -> j.getFileName().toString().matches("visitwatch-app-.*\\.jar"))) {
                    return packed.toAbsolutePath() + File.separator + "*";
                }
            }
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL, and waits for the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends a signal by name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for the end and returns the exit code. */
    int exit(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still runs after " + patience + ": " + said());
        }
        return process.exitValue();
    }

    /** What it said, talk and data. */
    String said() throws IOException {
        return Files.readString(err) + Files.readString(out);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
