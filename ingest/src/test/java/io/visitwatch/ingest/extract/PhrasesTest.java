package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void findsAPhraseOfAnyCaseAnywhereAndOfAnyScript() {
        Phrases phrases = Phrases.of(List.of("don't read", "только для", "会員"));

        assertThat(phrases.isIn("Please DON’T READ on")).isTrue();
        assertThat(phrases.isIn("ТОЛЬКО ДЛЯ подписчиков")).isTrue();
        assertThat(phrases.isIn("有料会員限定")).isTrue();
        assertThat(phrases.isIn("don't rea")).isFalse();
        assertThat(phrases.isIn("")).isFalse();
    }

    @Test
    void findsWhatAPlainSearchForEachPhraseFinds() {
        List<String> all = List.of("ab", "abc", "bca", "aab", "cc", "babab");
        Phrases phrases = Phrases.of(all);
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(9), 'a', 'e')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(phrases.isIn(text)).as(text).isEqualTo(all.stream().anyMatch(text::contains));
        }
    }

    @Test
    void refusesAPhraseThatCouldNeverBeFound() {
        assertThatThrownBy(() -> Phrases.of(List.of("Capital"))).hasMessageContaining("Capital");
        assertThatThrownBy(() -> Phrases.of(List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
