package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code feeds/} shows one oddity; {@code expected.jsonl} says, checked by eye, what is in it. */
class FeedFixturesTest {
    static Stream<String> fixtures() {
        List<String> lines = new String(Feeds.fixture("expected.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).isNotEmpty();
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsTheOddity(String expected) throws JsonProcessingException {
        JsonNode wanted = Json.mapper().readTree(expected);
        String name = wanted.get("id").asText();
        FeedDocument document = FeedDocument.of(Feeds.fixture(name), Feeds.URL);
        assertThat(Json.mapper().readTree(ParseFeedsJson.line(name, FeedReader.read(document))))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsTheOddityUnderTheTurkishLocale(String expected) throws JsonProcessingException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            readsTheOddity(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}
