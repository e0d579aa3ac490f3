package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.model.Article;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a feed delivers, an article is read, and read soon. */
class RobustnessTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MUTATIONS = 10_000;
    private static final List<String> SEEDS = List.of(
            "Iran's Foreign Minister Abbas Araghchi landed in Baghdad on Sunday for talks with Fuad Hussein, the Iraqi minister.",
            "وصل وزير الخارجية الإيراني عباس عراقجي إلى بغداد اليوم الأحد، واستقبله نظيره العراقي فؤاد حسين.",
            "وزیر امور خارجه ایران «عباس عراقچی» یکشنبه وارد بغداد شد و با نخست‌وزیر عراق دیدار کرد.",
            "BAĞDAT - Türkiye Dışişleri Bakanı Hakan Fidan Bağdat'a geldi; Irak Başbakanı'yla görüştü.",
            "וزیر \u202Eabc\u202C \uD83D\uDE00 «» \u0000 BAGHDAD (Reuters) -");
    private static final String NOISE =
            "\u202E\u200F\u200C\u0640\uFE8D ,.;:()\"'«»-\n\uD83D\uDE00\u0301\u0130\u0131\u0000";

    private final Enricher enricher = Enricher.create(EnrichConfig.standard());

    @Test
    void readsTenThousandMutatedArticles() {
        Random random = new Random(20261122);
        for (int i = 0; i < MUTATIONS; i++) {
            Article article = article("m" + i, mutate(SEEDS.get(i % SEEDS.size()), random));
            Enriched read = withinASecond(article);
            assertThat(read.reports().isEmpty() && read.rejections().isEmpty()).isFalse();
            assertThat(enricher.visits(article)).isEqualTo(new VisitsRead(read.reports(), read.rejections()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void readsFiveMegabytesWithinASecond(int seed) {
        String text = SEEDS.get(seed) + " ";
        for (int i = 0; i < 200; i++) {
            enricher.enrich(article("warm", text));
        }
        Enriched read = withinASecond(article("long", text.repeat(5_000_000 / text.length())));
        assertThat(read.reports().isEmpty() && read.rejections().isEmpty()).isFalse();
    }

    /** In processor time of this thread: what the machine does besides does not count. */
    private Enriched withinASecond(Article article) {
        long before = THREADS.getCurrentThreadCpuTime();
        Enriched read = enricher.enrich(article);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
        return read;
    }

    private static String mutate(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.insert(at, SEEDS.get(random.nextInt(SEEDS.size())));
                case 4 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                default -> shuffle(text, random);
            }
        }
        return text.toString();
    }

    private static void shuffle(StringBuilder text, Random random) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4; i++) {
            int a = random.nextInt(bytes.length);
            int b = random.nextInt(bytes.length);
            byte kept = bytes[a];
            bytes[a] = bytes[b];
            bytes[b] = kept;
        }
        text.setLength(0);
        text.append(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Article article(String id, String text) {
        Instant published = Instant.parse("2024-10-13T12:00:00Z");
        return Article.named(id, published)
                .says("", "", text)
                .published(published)
                .build();
    }
}
