package io.visitwatch.enrich.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooseHeadsTest {
    private static final Affixes AFFIXES = new Affixes(List.of("و", "ب", "س"), Set.of("و"), Set.of("س"));

    private final Random random = new Random(17);

    private String word(int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            word.append("ابوسabc".charAt(random.nextInt(7)));
        }
        return word.toString();
    }

    private Pattern pattern() {
        String word = word(1 + random.nextInt(4));
        String written = random.nextBoolean() ? word + "*" : "*" + word;
        return Pattern.parse(random.nextInt(3) == 0 ? written + "|" + word(2) + " x" : written)
                .get(0);
    }

    /** Against trying every pattern at every token. */
    @Test
    void leavesOutNoPatternThatBeginsAtAToken() {
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            patterns.add(pattern());
        }
        LooseHeads heads = new LooseHeads(patterns);
        int tried = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Token> tokens = List.of(token(word(1 + random.nextInt(7))), token("x"));
            int[] found = heads.at(AFFIXES.forms(tokens.get(0).text()));
            int[] matching = IntStream.range(0, patterns.size())
                    .filter(n -> patterns.get(n).match(tokens, 0, 2, AFFIXES) > 0)
                    .toArray();
            tried += found.length;
            assertThat(found).isSorted().doesNotHaveDuplicates().contains(matching);
        }
        assertThat(tried).isLessThan(2_000 * 300 / 3);
    }

    private static Token token(String text) {
        return new Token(text, 0, text.length());
    }
}
