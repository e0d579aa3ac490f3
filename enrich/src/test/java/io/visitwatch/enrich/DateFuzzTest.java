package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.visitwatch.enrich.date.DateMention;
import io.visitwatch.enrich.date.DateReader;
import io.visitwatch.enrich.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

/** Any text as words that say a day. */
class DateFuzzTest {
    private static final List<String> LANGUAGES = List.of("en", "ar", "fa", "ckb", "tr", "fr", "de", "ru", "und");

    @FuzzTest
    void readsDaysInOrderInAnyText(FuzzedDataProvider data) {
        String language = data.pickValue(LANGUAGES);
        LocalDate published = data.consumeBoolean() ? null : LocalDate.ofEpochDay(data.consumeInt(0, 40_000));
        String text = data.consumeRemainingAsString();
        int last = 0;
        for (DateMention mention : DateReader.read(Normalizer.fold(text), language, published)) {
            assertThat(mention.span().start()).isGreaterThanOrEqualTo(last).isLessThan(text.length());
            assertThat(mention.span().end()).isBetween(mention.span().start(), text.length());
            last = mention.span().end();
        }
    }
}
