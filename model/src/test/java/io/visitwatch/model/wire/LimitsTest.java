package io.visitwatch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a document on the wire may not do, and how much of it is kept when it cannot be read. */
class LimitsTest {
    @Test
    void refusesJsonThatIsNestedTooDeep() {
        String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);
        assertThatThrownBy(() -> Json.mapper().readTree(deep)).isInstanceOf(StreamConstraintsException.class);
        assertThatThrownBy(() -> Json.read("{\"flags\":" + "[".repeat(100_000), Article.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesStringsAndNumbersWithoutEnd() {
        assertThatThrownBy(() -> Json.mapper().readTree("\"" + "x".repeat(Json.MAX_STRING + 1) + "\""))
                .isInstanceOf(StreamConstraintsException.class);
        assertThatThrownBy(() -> Json.read("1".repeat(100_000), java.math.BigInteger.class))
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void keepsTheStartOfAHugeRecordItsDigestAndItsPlace() {
        byte[] huge = "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
        DeadLetter letter = DeadLetter.of("enrich", "too large", "articles-0@17", "k", huge);
        assertThat(letter.value()).hasSize(64 * 1024);
        assertThat(letter.sha256()).hasSize(64);
        assertThat(letter.source()).isEqualTo("articles-0@17");
        assertThat(Json.write(letter).length()).isLessThan(100_000);
    }
}
