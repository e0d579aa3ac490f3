package io.visitwatch.app.cluster;

import static org.awaitility.Awaitility.await;

import io.visitwatch.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One instance of the service as a process of its own, on a data folder that outlives it. */
public final class Instance implements AutoCloseable {
    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private Process process;
    private int starts;

    private Instance(Path folder, String yaml, String[] parts) throws IOException {
        this.folder = Files.createDirectories(folder);
        Path config = Files.writeString(folder.resolve("visitwatch.yaml"), yaml);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "--config",
                config.toString(),
                "--data",
                folder.resolve("data").toString(),
                "run"));
        command.addAll(List.of(parts));
        process = launch();
    }

    /** Starts an instance; it is not ready yet. */
    public static Instance start(Path folder, String yaml, String... parts) throws IOException {
        return new Instance(folder, yaml, parts);
    }

    /** Waits until it says that it is ready. */
    public Instance ready() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(folder + " ended with " + process.exitValue() + ": " + log());
                    }
                    return log().contains("visitwatch: ready");
                });
        return this;
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** {@code kill}, and waits for the orderly end. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new AssertionError(folder + " does not end when told to: " + log());
        }
    }

    /** The same instance again, on what it left behind. */
    public Instance again() throws IOException {
        process = launch();
        return this;
    }

    /** What it logged since its last start. */
    public String log() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private Process launch() throws IOException {
        starts++;
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(file().toFile())
                .start();
    }

    private Path file() {
        return folder.resolve("log-" + starts + ".txt");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
