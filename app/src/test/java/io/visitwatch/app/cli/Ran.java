package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a command did: its exit code, its data and its talk. */
record Ran(int code, String out, String err) {
    /** Runs a command line on the configuration in {@code config}. */
    static Ran run(Path config, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        List<String> line = new ArrayList<>(List.of("--config", config.toString()));
        line.addAll(List.of(args));
        int code = Visitwatch.execute(console, name -> null, line.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Wants it to have ended so. */
    Ran ended(int expected) {
        assertThat(code).as(out + err).isEqualTo(expected);
        return this;
    }
}
