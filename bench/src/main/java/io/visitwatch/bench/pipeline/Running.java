package io.visitwatch.bench.pipeline;

import io.visitwatch.bench.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./visitwatch run} as a process of its own, in a folder of its own. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Ticks of the clock of {@code /proc} in a second. */
    private static final double TICKS = 100;

    private final Path folder;
    private final Process process;

    private Running(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it with a configuration and waits until its broker answers. */
    static Running start(String config) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("visitwatch-bench-run-");
        Path file = Files.writeString(folder.resolve("visitwatch.yaml"), config);
        Process process = Launcher.start(
                "-c", file.toString(), "--data", folder.resolve("data").toString(), "run", "--api-port", "0");
        Running running = new Running(folder, process);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.isRegularFile(running.address())) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                running.close();
                throw new IllegalStateException("the service did not start");
            }
            Thread.sleep(100);
        }
        return running;
    }

    private Path address() {
        return folder.resolve("data").resolve("broker-address");
    }

    String bootstrap() throws IOException {
        return Files.readString(address()).strip();
    }

    /** Processor time used so far, in seconds. */
    double processorSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Memory held now, in MB. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.remove(folder);
    }
}
