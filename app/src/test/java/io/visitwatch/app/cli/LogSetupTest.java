package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A title with line breaks cannot forge a line of the log. */
class LogSetupTest {
    private static final String FORGED =
            "a title\r\n12:00:00.000 ERROR Broker - all is lost\u2028{\"level\":\"ERROR\"}";
    private final PrintStream before = System.err;

    @AfterEach
    void putBack() {
        System.setErr(before);
        LogSetup.apply(LogSetup.Format.text, LogSetup.Level.error);
    }

    @Test
    void oneEventIsOneLineOfText() {
        assertThat(log(LogSetup.Format.text).lines().toList()).hasSize(1);
    }

    @Test
    void oneEventIsOneObjectOfJson() throws IOException {
        String line = log(LogSetup.Format.json);
        assertThat(line.strip().chars().filter(c -> c == '\n').count()).isZero();
        assertThat(Json.mapper().readTree(line).path("level").asText()).isEqualTo("WARN");
        assertThat(Json.mapper().readTree(line).toString()).contains("all is lost");
    }

    private static String log(LogSetup.Format format) {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        System.setErr(new PrintStream(sink, true, StandardCharsets.UTF_8));
        LogSetup.apply(format, LogSetup.Level.warn);
        LoggerFactory.getLogger("io.visitwatch.test").warn("read {}", FORGED);
        return sink.toString(StandardCharsets.UTF_8);
    }
}
