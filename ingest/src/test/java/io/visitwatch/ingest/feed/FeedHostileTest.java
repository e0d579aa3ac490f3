package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedHostileTest {
    private static final String TAIL =
            "<rss version=\"2.0\"><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>";

    @Test
    void expandsNoEntityIntoAnother() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("<!ENTITY x \"&a11;\">]>").append(TAIL);
        assertThat(Feeds.read(bomb.toString()).head().title()).isEqualTo("&x;");
    }

    @Test
    void boundsWhatAllEntitiesTogetherAdd() {
        String bomb = "<!DOCTYPE rss [<!ENTITY q \"" + "q".repeat(900) + "\">]><rss><channel><item><description>"
                + "&q;".repeat(20_000) + "</description></item></channel></rss>";
        RichText summary =
                Objects.requireNonNull(Feeds.read(bomb).entries().get(0).summary());
        assertThat(summary.raw().length()).isLessThan(References.MAX_EXPANSION + 20_000 * 3 + 1);
    }

    @Test
    void looksNothingUp(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "SECRET-CANARY");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String http = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            for (String target : new String[] {canary.toUri().toString(), http}) {
                for (String subset : new String[] {
                    "[<!ENTITY x SYSTEM \"" + target + "\">]",
                    "[<!ENTITY % x SYSTEM \"" + target + "\"> %x;]",
                    "SYSTEM \"" + target + "\"",
                    "PUBLIC \"-//x\" \"" + target + "\""
                }) {
                    String out = ParseFeedsJson.line("x", Feeds.read("<!DOCTYPE rss " + subset + ">" + TAIL));
                    assertThat(out).doesNotContain("SECRET-CANARY");
                }
            }
            String include = Feeds.item(
                            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + http + "\"/>")
                    .toString();
            assertThat(include).doesNotContain("SECRET");
            assertThatCode(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void passesOverWhatIsNestedTooDeep() {
        String deep = "<x>".repeat(200_000);
        FeedResult.Read read =
                Feeds.read("<rss><channel><title>T</title><item><title>A</title>" + deep + "</item></channel></rss>");
        assertThat(read.flags()).contains("too-deep");
        assertThat(read.entries()).extracting(Entry::title).containsExactly("A");
    }

    @Test
    void cleansDeeplyNestedHtmlInTime() {
        Entry entry = Feeds.item("<description>" + "&lt;div&gt;".repeat(50_000) + "end</description>");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            RichText summary = entry.summary();
            assertThat(summary == null ? "" : summary.plain()).isEqualTo("end");
        });
    }

    @Test
    void stopsAtTheCapOfEntries() {
        FeedResult.Read read =
                Feeds.read("<rss><channel>" + "<item><title>x</title></item>".repeat(6_000) + "</channel></rss>");
        assertThat(read.entries()).hasSize(FeedReader.MAX_ENTRIES);
        assertThat(read.flags()).contains("too-many-entries");
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 40; i++) {
                gzip.write(block);
            }
        }
        FeedResult result = FeedReader.read(FeedDocument.of(packed.toByteArray(), Feeds.URL));
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(FeedResult.Kind.TOO_LARGE));
    }

    @Test
    void staysLinearOnHalfMarkup() {
        for (String piece : new String[] {
            "<", "<a ", "<a b=\"", "<!--", "<![CDATA[", "<?x", "&", "</", "<!DOCTYPE [", "<a b='>", "]]"
        }) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> FeedReader.read(FeedDocument.of(
                            ("<rss><channel><item><title>" + piece.repeat(300_000)).getBytes(StandardCharsets.UTF_8),
                            "")),
                    piece);
        }
    }

    @Test
    void behaviour50HandsOutNoScript() {
        Entry entry = Feeds.item(
                "<title>&lt;script&gt;alert(1)&lt;/script&gt;Rally</title><link>javascript:alert(1)</link>"
                        + "<description>&lt;p onclick=\"x()\"&gt;a&lt;script&gt;b()&lt;/script&gt;"
                        + "&lt;a href=\"javascript:c()\"&gt;d&lt;/a&gt;&lt;iframe src=\"http://e.example\"&gt;&lt;/iframe&gt;</description>");
        RichText summary = entry.summary();
        assertThat(entry.title()).isEqualTo("Rally");
        assertThat(entry.link()).isNull();
        assertThat(summary == null ? "" : summary.html())
                .contains("<p>a", "d</a>")
                .doesNotContain("script", "onclick", "iframe", "b()");
    }

    @Test
    void behaviour50StripsBidiOverrides() {
        assertThat(Feeds.item("<title>safe\u202Etxt.exe\u2066</title>").title()).isEqualTo("safetxt.exe");
    }
}
