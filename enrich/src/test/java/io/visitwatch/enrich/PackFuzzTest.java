package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.visitwatch.enrich.lang.LanguagePacks;
import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.util.List;

/** Any words before the matcher of every language pack. */
class PackFuzzTest {
    private static final LanguagePacks PACKS = LanguagePacks.bundled();
    private static final List<String> CODES = PACKS.codes().stream().sorted().toList();

    @FuzzTest
    void matchesInsideTheWordsGiven(FuzzedDataProvider data) {
        String code = data.pickValue(CODES);
        List<Token> tokens = Tokenizer.tokens(Normalizer.fold(data.consumeRemainingAsString()));
        PACKS.of(code).match(tokens, 0, tokens.size()).forEach(match -> {
            assertThat(match.start()).isBetween(0, tokens.size() - 1);
            assertThat(match.end()).isBetween(match.start() + 1, tokens.size());
        });
    }
}
