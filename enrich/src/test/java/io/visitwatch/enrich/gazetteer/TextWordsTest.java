package io.visitwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextWordsTest {
    private static final String LETTERS = "abcdefgz019àñ  ..-'\n";

    private static String made(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            if (random.nextInt(40) == 0) {
                text.append("longerthaneightletters".repeat(random.nextInt(5)));
            }
        }
        return text.toString();
    }

    @Test
    void readsLatinTextAsItReadsTheSameTextBesideAnotherScript() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            String text = made(random);
            TextWords latin = TextWords.of(text);
            TextWords mixed = TextWords.of(text + " بغداد");
            assertThat(mixed.size()).isEqualTo(latin.size() + 1);
            for (int word = 0; word < latin.size(); word++) {
                assertThat(mixed.start(word)).isEqualTo(latin.start(word));
                assertThat(mixed.end(word)).isEqualTo(latin.end(word));
                assertThat(mixed.hash(word)).as(text).isEqualTo(latin.hash(word));
            }
        }
    }

    @Test
    void findsEachRunOfWordLettersOnce() {
        Random random = new Random(6);
        for (int round = 0; round < 2_000; round++) {
            String text = made(random);
            TextWords words = TextWords.of(text);
            int at = WordUnits.nextWord(text, 0);
            for (int word = 0; word < words.size(); word++) {
                assertThat(words.start(word)).isEqualTo(at);
                assertThat(words.end(word)).isEqualTo(WordUnits.endOfWord(text, at));
                at = WordUnits.nextWord(text, words.end(word));
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    @Test
    void aRowOfWordsHashesAsItsWordsOneAfterTheOther() {
        TextWords words = TextWords.of("abd al-fattah وزير");
        long hash = TextHash.first(words.hash(0));
        for (int word = 1; word < words.size(); word++) {
            hash = TextHash.then(hash, words.hash(word));
        }
        assertThat(hash).isEqualTo(TextHash.row("abd al fattah وزير"));
    }
}
