package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import crawlercommons.robots.BaseRobotRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Any bytes as robots.txt: read without failing, and asked about any page without hanging. */
class RobotsFuzzTest {
    private static final String SITE = "https://site.example";

    /** The first line is the path asked for, the rest the file. */
    @FuzzTest
    void readsAnyRules(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        String path = new String(data, 0, end, StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOfRange(data, Math.min(data.length, end + 1), data.length);
        BaseRobotRules rules = RobotsPolicy.read(SITE + "/robots.txt", file);
        boolean allowed = rules.isAllowed(SITE + path);
        assertThat(RobotsPolicy.read(SITE + "/robots.txt", file).isAllowed(SITE + path))
                .isEqualTo(allowed);
        assertThat(RobotsPolicy.read(SITE + "/robots.txt", new byte[0]).isAllowed(SITE + path))
                .isTrue();
    }

    @Test
    void wildcardsWithoutEndDoNotHang() {
        String rules = "User-agent: *\nDisallow: /" + "*a".repeat(2_000) + "b$\n";
        String path = "/" + "a".repeat(8_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(RobotsPolicy.read(SITE + "/robots.txt", rules.getBytes(StandardCharsets.UTF_8))
                                .isAllowed(SITE + path))
                        .isTrue());
    }
}
