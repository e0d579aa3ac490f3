package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostilePagesTest {
    private static final int MUTANTS = 4_000;
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</div>",
            "<div>",
            "<table><tr><td>",
            "</article>",
            "<p",
            "\"",
            "'",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<style>",
            "<svg><p>",
            "<select>",
            "<template>",
            "<a href='",
            "&#x",
            "&#1114112;",
            "\u0000",
            "\ufffe",
            "\u202e",
            "<time datetime='99999-99-99'>",
            "<meta charset=utf-7>",
            "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":",
            "2024-13-45",
            "31/02/2024");

    @Test
    void survivesFourThousandMutatedPages() throws IOException, URISyntaxException {
        List<byte[]> pages = new ArrayList<>();
        for (Path page : ExtractionGateTest.pages().toList()) {
            pages.add(Files.readAllBytes(page));
        }
        Random random = new Random(20_240_305);
        long slowest = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] page = mutate(pages.get(i % pages.size()), random);
            long start = cpuNanos();
            ExtractedPage read = ArticleExtractor.extract(PageInput.of(page, "https://www.example.com/story"));
            slowest = Math.max(slowest, cpuNanos() - start);
            assertThat(read.text()).doesNotContain("\u202e");
        }
        assertThat(slowest).as("processor time of the slowest page, ns").isLessThan(1_000_000_000L);
    }

    @Test
    void readsNothingOutOfNothing() {
        for (String source : List.of(
                "",
                " ",
                "<",
                "<!doctype html>",
                "\u0000\u0000\u0000",
                "<html><frameset><frame src=x></frameset></html>")) {
            ExtractedPage page = ArticleExtractor.extract(PageInput.of(source.getBytes(StandardCharsets.UTF_8), null));
            assertThat(page.text()).isEmpty();
            assertThat(page.flags()).contains(ExtractedPage.NO_TEXT);
        }
    }

    @Test
    void readsRandomBytesWithoutFailing() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);
            assertThat(ArticleExtractor.extract(PageInput.of(bytes, "::not an address::")))
                    .isNotNull();
        }
    }

    @Test
    void boundsDepthAndBreadth() {
        String text =
                "<p>The minister arrived in the capital on Tuesday morning, an official of the ministry said.</p>";
        for (String source : List.of(
                "<div>".repeat(100_000) + text,
                "<b>".repeat(20_000) + text,
                "<p>".repeat(100_000) + text,
                "<table><tr><td>".repeat(5_000) + text,
                text + "<a href=x>y</a>".repeat(100_000),
                "<div class='" + "a-b ".repeat(200_000) + "'>" + text,
                // a witness as long as the page, and as many paragraphs to ask it about
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\""
                        + "abcdefg hij ".repeat(150_000) + "\"}</script>"
                        + text.replace("minister", "person").repeat(20_000),
                "<script type='application/json'>["
                        + "{\"text\":\"A line with a stop. And another one, of no length.\"},".repeat(30_000)
                        + "1]</script>",
                "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script>" + text)) {
            long start = cpuNanos();
            ArticleExtractor.extract(PageInput.of(source.getBytes(StandardCharsets.UTF_8), "https://www.example.com/"));
            assertThat(cpuNanos() - start).as(source.substring(0, 20)).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void saysThatAPageOverTheCapWasCut() {
        byte[] page = new byte[ArticleExtractor.MAX_BYTES + 1];
        Arrays.fill(page, (byte) ' ');
        byte[] start = "<p>The minister arrived in the capital on Tuesday morning, an official said.</p>"
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, page, 0, start.length);
        ExtractedPage read = ArticleExtractor.extract(PageInput.of(page, null));
        assertThat(read.flags()).contains(ExtractedPage.TRUNCATED);
        assertThat(read.text()).contains("arrived in the capital");
    }

    @Test
    void dropsLinksThatAreNoAddressesOfTheWeb() {
        String source =
                "<html><head><link rel=canonical href='javascript:alert(1)'><title>t</title></head><body><p>x</p></body></html>";
        ExtractedPage page = ArticleExtractor.extract(
                PageInput.of(source.getBytes(StandardCharsets.UTF_8), "https://example.com/a?utm_source=x"));
        assertThat(page.canonicalUrl()).isEqualTo("https://example.com/a");
    }

    private static byte[] mutate(byte[] page, Random random) {
        String source = new String(page, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(source);
        for (int k = 0, changes = 1 + random.nextInt(12); k < changes && out.length() > 2; k++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(5)) {
                case 0 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> out.delete(at, Math.min(out.length(), at + random.nextInt(200)));
                case 2 -> out.insert(at, out.substring(at, Math.min(out.length(), at + random.nextInt(400))));
                case 3 -> out.setCharAt(at, (char) random.nextInt(0x10000));
                default -> out.setLength(Math.max(1, out.length() - random.nextInt(300)));
            }
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
