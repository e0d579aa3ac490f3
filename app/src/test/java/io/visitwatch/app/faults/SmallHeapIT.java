package io.visitwatch.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that wants to fill the memory, against half a gigabyte of it. */
class SmallHeapIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void survivesEverythingThatWantsToFillTheMemory() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileInputs.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .contains(
                        "survived",
                        "gzip bomb over HTTP: BOMB",
                        "larger gzip bomb over HTTP: TOO_LARGE",
                        "gzip bomb as feed: TOO_LARGE")
                .contains("YAML aliases: refused", "YAML nested: refused")
                .contains("archive of one endless line: 1 articles, 1 unreadable")
                .contains("archive of a bomb: 0 articles, 1 unreadable");
    }
}
