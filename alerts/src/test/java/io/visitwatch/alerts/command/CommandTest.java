package io.visitwatch.alerts.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {
    private static final Instant AT = Instant.parse("2025-03-04T12:00:00Z");

    static Stream<Command> commands() {
        return Stream.of(
                Command.confirm("c1", "v1", AT, "ann", null),
                Command.reject("c2", "v1", AT, "ann", "a namesake"),
                Command.merge("c3", "v1", "v2", AT, "ann"),
                Command.split("c4", "v1", List.of("r1"), AT, "ann"),
                Command.rename("c5", "v1", "Q1", "Esmail Qaani", AT, "ann"),
                Command.silence("c6", "v1", AT.plusSeconds(60), AT, "ann"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSurvivesTheWireAndFitsItsSchema(Command command) throws Exception {
        String json = Json.write(command);
        assertThat(Json.read(json, Command.class)).isEqualTo(command);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema("command"))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void refusesAMergeWithItself() {
        assertThatThrownBy(() -> Command.merge("c", "v1", "v1", AT, "ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("command c: MERGE lacks what it needs");
    }

    @Test
    void refusesAnIncompleteCommandFromTheWire() {
        String json =
                "{\"id\":\"c\",\"visitId\":\"v1\",\"verdict\":\"rename\",\"at\":\"2025-03-04T12:00:00Z\",\"by\":\"ann\"}";
        assertThatThrownBy(() -> Json.read(json, Command.class)).hasMessageContaining("RENAME lacks what it needs");
    }

    private static String schema(String name) throws IOException {
        String path = "/io/visitwatch/alerts/schema/" + name + ".v1.json";
        try (InputStream in = CommandTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
