package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalsTest {
    private final List<String> ends = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StopSignals signals =
            new StopSignals(talk(), code -> ends.add("in order " + code), code -> ends.add("at once " + code));

    private Talk talk() {
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Talk(new Console(new ByteArrayInputStream(new byte[0]), print, print, false), false, false, false);
    }

    @Test
    void stopsInOrderTheFirstTimeAndAtOnceTheSecond() {
        signals.told(143);
        assertThat(ends).containsExactly("in order 143");
        signals.told(130);
        signals.told(143);
        assertThat(ends).containsExactly("in order 143", "at once 130", "at once 143");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("stopping at once");
    }
}
