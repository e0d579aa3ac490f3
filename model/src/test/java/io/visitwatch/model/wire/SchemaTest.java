package io.visitwatch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.KeywordTag;
import io.visitwatch.model.Mention;
import io.visitwatch.model.MentionType;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.ScorePart;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.TaggedArticle;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas say what the records are, and samples kept from each version still fit both. */
class SchemaTest {
    private static final String URN = "urn:visitwatch:schema:";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    (String iri) -> read("/io/visitwatch/schema/" + iri.substring(URN.length()) + ".json")));

    private static final Map<String, Class<?>> VALUES = Map.of(
            "article", Article.class,
            "tagged-article", TaggedArticle.class,
            "visit-report", VisitReport.class,
            "visit", Visit.class,
            "alert", Alert.class,
            "dead-letter", DeadLetter.class,
            "article-reading", ArticleReading.class,
            "clock-tick", ClockTick.class);

    private static final Map<String, Class<?>> PARTS = Map.ofEntries(
            Map.entry("DateQuality", DateQuality.class),
            Map.entry("Evidence", Evidence.class),
            Map.entry("Host", Host.class),
            Map.entry("KeywordTag", KeywordTag.class),
            Map.entry("KeywordTagHit", KeywordTag.Hit.class),
            Map.entry("Mention", Mention.class),
            Map.entry("MentionType", MentionType.class),
            Map.entry("Outlet", Outlet.class),
            Map.entry("PlaceLevel", PlaceLevel.class),
            Map.entry("Precision", VisitDates.Precision.class),
            Map.entry("ScorePart", ScorePart.class),
            Map.entry("SourceClass", SourceClass.class),
            Map.entry("TextSpan", TextSpan.class),
            Map.entry("VisitChange", VisitChange.class),
            Map.entry("VisitDates", VisitDates.class),
            Map.entry("VisitPlace", VisitPlace.class),
            Map.entry("VisitSource", Visit.Source.class),
            Map.entry("VisitStatus", VisitStatus.class),
            Map.entry("VisitStep", Visit.Step.class),
            Map.entry("Visitor", Visitor.class));

    static Stream<Arguments> types() throws IOException {
        JsonNode parts = Json.mapper()
                .readTree(read("/io/visitwatch/schema/common.v1.json"))
                .get("$defs");
        Set<String> named = new HashSet<>();
        parts.fieldNames().forEachRemaining(named::add);
        assertThat(named).isEqualTo(PARTS.keySet());
        return Stream.concat(
                VALUES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue(), schema(e.getKey()))),
                PARTS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue(), parts.get(e.getKey()))));
    }

    private static JsonNode schema(String name) {
        try {
            return Json.mapper().readTree(read("/io/visitwatch/schema/" + name + ".v1.json"));
        } catch (IOException e) {
            throw new IllegalStateException("schema " + name, e);
        }
    }

    private static String read(String path) {
        try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void saysExactlyWhatTheRecordSays(String name, Class<?> type, JsonNode schema) {
        if (type.isEnum()) {
            Set<String> constants = new TreeSet<>();
            Arrays.stream(type.getEnumConstants())
                    .forEach(c -> constants.add(Json.mapper().valueToTree(c).asText()));
            Set<String> said = new TreeSet<>();
            schema.get("enum").forEach(value -> said.add(value.asText()));
            assertThat(said).isEqualTo(constants);
            return;
        }
        Set<String> components = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(component.getName());
            }
        }
        Set<String> properties = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(value -> required.add(value.asText()));
        assertThat(properties).isEqualTo(components);
        assertThat(required).isEqualTo(needed);
    }

    static Stream<Arguments> samples() {
        return VALUES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void keptSamplesOfTheFirstVersionFitAndStillRead(String name, Class<?> type) throws IOException {
        String sample = read("/samples/v1/" + name + ".json");
        JsonNode tree = Json.mapper().readTree(sample);
        assertThat(validator(name).validate(tree)).isEmpty();
        Object value = Json.read(sample, type);
        assertThat(validator(name).validate(Json.mapper().readTree(Json.write(value))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aFieldOfANewerWriterIsAllowed(String name, Class<?> type) throws IOException {
        ObjectNode tree = (ObjectNode) Json.mapper().readTree(read("/samples/v1/" + name + ".json"));
        tree.put("fieldOfTheFuture", 1);
        assertThat(validator(name).validate(tree)).isEmpty();
        assertThat(Json.read(tree.toString(), type)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "alert, /change, '\"SOMETHING\"'",
        "alert, /at, 7",
        "visit, /visitors, []",
        "visit, /place/level, '\"near\"'",
        "visit-report, /confidence, 1.5",
        "visit-report, /evidence, []",
        "article, /outlet, null",
        "tagged-article, /mentions, '{}'",
        "dead-letter, /cause, null"
    })
    void refusesWhatIsNotAValue(String name, String path, String wrong) throws IOException {
        JsonNode tree = Json.mapper().readTree(read("/samples/v1/" + name + ".json"));
        int cut = path.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) tree.at(path.substring(0, cut));
        parent.set(path.substring(cut + 1), Json.mapper().readTree(wrong));
        assertThat(validator(name).validate(tree)).isNotEmpty();
    }

    private static Schema validator(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of(URN + name + ".v1"));
    }
}
