package io.visitwatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/api} publishes is what the code has, and kept samples of our own records still fit and read. */
class PublishedSchemasTest {
    private static final String URN = "urn:visitwatch:schema:";
    private static final Path ROOT = Path.of("..");
    private static final Path SCHEMAS = ROOT.resolve("docs/api/schemas");
    private static final Path SAMPLES = ROOT.resolve("docs/api/samples/v1");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas((String iri) -> read(SCHEMAS.resolve(iri.substring(URN.length()) + ".json"))));

    @Test
    void theSchemasOfTheCodeArePublishedAsTheyAre() throws IOException {
        for (Path home : List.of(
                ROOT.resolve("model/src/main/resources/io/visitwatch/schema"),
                ROOT.resolve("alerts/src/main/resources/io/visitwatch/alerts/schema"))) {
            try (Stream<Path> schemas = Files.list(home)) {
                assertThat(schemas)
                        .isNotEmpty()
                        .allSatisfy(schema -> assertThat(SCHEMAS.resolve(schema.getFileName()))
                                .as("copy it to docs/api/schemas")
                                .hasSameTextualContentAs(schema));
            }
        }
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("feed", "feed", Feed.class),
                Arguments.of("feed-state", "feed-state", FeedState.class),
                Arguments.of("feed-state.seen", "feed-state", JsonNode.class),
                Arguments.of("feed-state.boilerplate", "feed-state", JsonNode.class),
                Arguments.of("feed-state.push", "feed-state", Subscription.class),
                Arguments.of("feed-state.batch", "feed-state", JsonNode.class),
                Arguments.of("notification", "notification", Notification.class),
                Arguments.of("command", "command", Command.class),
                Arguments.of("coverage-statement", "coverage-statement", CoverageStatement.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void keptSamplesFitAndAreReadAndWrittenAgain(String sample, String schema, Class<?> type) throws IOException {
        String kept = read(SAMPLES.resolve(sample + ".json"));
        assertThat(validator(schema).validate(Json.mapper().readTree(kept))).isEmpty();
        JsonNode again = Json.mapper().valueToTree(Json.read(kept, type));
        assertThat(validator(schema).validate(again)).isEmpty();
        assertThat(Json.mapper().readTree(Json.write(again)))
                .isEqualTo(Json.mapper().readTree(Json.write(Json.mapper().readTree(kept))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aFieldOfANewerWriterIsNoHindrance(String sample, String schema, Class<?> type) throws IOException {
        String newer = read(SAMPLES.resolve(sample + ".json")).replaceFirst("\\{", "{\"fieldOfTheFuture\": 1,");
        assertThat(validator(schema).validate(Json.mapper().readTree(newer))).isEmpty();
        assertThat(Json.read(newer, type)).isNotNull();
    }

    private static Schema validator(String name) {
        return REGISTRY.getSchema(SchemaLocation.of(URN + name + ".v1"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
