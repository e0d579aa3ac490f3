package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damage of all kinds: reading never throws, and what comes out is safe. */
class FeedFuzzTest {
    private static final List<String> SEEDS = List.of(
            "atom10-xhtml-prefixed.xml",
            "rss20-internal-entity.xml",
            "rdf10-about.xml",
            "cdf-upper-case.xml",
            "json-odd-types.json",
            "rss20-podcast.xml",
            "opml-nested.opml");

    @Test
    void survivesRandomDamage() {
        Random random = new Random(20260101);
        for (String seed : SEEDS) {
            byte[] whole = Feeds.fixture(seed);
            for (int round = 0; round < 25; round++) {
                check(damaged(whole, random));
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        String marks = "<>&\"'/!?[]=:;-\0";
        for (int i = random.nextInt(12); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) marks.charAt(random.nextInt(marks.length()));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
                    System.arraycopy(whole, from, bytes, at, length);
                }
                default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(30)));
            }
        }
        return bytes;
    }

    private static void check(byte[] bytes) {
        FeedResult result = FeedReader.read(FeedDocument.of(bytes, Feeds.URL));
        String line = ParseFeedsJson.line("fuzz", result);
        assertThat(line).startsWith("{\"id\":\"fuzz\"").doesNotContain("\n");
        if (result instanceof FeedResult.Read read) {
            for (Entry entry : read.entries()) {
                assertThat(entry.link() == null || FeedLinks.looksAbsolute(entry.link()))
                        .isTrue();
                RichText body = entry.body();
                assertThat(body == null ? "" : body.plain()).isNotNull();
            }
        }
    }

    @FuzzTest
    void readsAnyBytes(byte[] bytes) {
        check(bytes);
    }

    @FuzzTest
    void readsAnyDate(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        FeedDates.parse(text);
        assertThat(Markup.oneLine(text)).doesNotContain("\n");
    }

    @Test
    void readsDatesInRandomOrder() {
        Random random = new Random(7);
        String[] words = {
            "Mon,",
            "06",
            "May",
            "2019",
            "07:00:00",
            "GMT",
            "+0300",
            "PM",
            "5",
            "-",
            "/",
            "مايو",
            "١٢",
            "(x)",
            "T",
            "Z",
            "24:00",
            "كانون",
            "الثاني"
        };
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            FeedDates.parse(text.toString());
        }
        assertThat(FeedDates.parse("x".repeat(1_000_000) + new String(new byte[9], StandardCharsets.US_ASCII)))
                .isNull();
    }
}
