package io.visitwatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static String line() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d MB for the JVM; %s %s, %s; Kafka %s; load average at the end %.1f",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                AppInfoParser.getVersion(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            if (!Files.isRegularFile(file)) {
                return System.getProperty("os.arch");
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
