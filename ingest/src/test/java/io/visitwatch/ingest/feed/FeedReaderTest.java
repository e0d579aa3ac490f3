package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
    private static final String RSS = "<rss version=\"2.0\"><channel><title>%s</title></channel></rss>";

    @ParameterizedTest
    @CsvSource({
        "windows-1256, وزير الخارجية في بغداد",
        "iso-8859-6, وزير الخارجية في بغداد",
        "iso-8859-9, Dışişleri Bakanı Bağdat'ta",
        "windows-1254, Dışişleri Bakanı “Bağdat”",
        "windows-1251, Министр прибыл в Багдад",
        "koi8-r, Министр прибыл в Багдад",
        "euc-kr, 바그다드 도착",
        "gb2312, 外长抵达巴格达",
        "shift_jis, 外相がバグダッドに到着",
        "iso-2022-jp, 外相がバグダッドに到着",
        "UTF-16BE, وزير",
        "UTF-16LE, وزير",
        "UTF-32BE, وزير",
        "UTF-32LE, وزير"
    })
    void readsEveryDeclaredEncoding(String label, String title) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + label + "\"?>" + RSS.formatted(title);
        assertThat(Feeds.read(xml.getBytes(Charset.forName(label))).head().title())
                .isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1256, وزير الخارجية التركي يصل إلى العاصمة العراقية بغداد",
        "windows-1251, Министр иностранных дел прибыл в Багдад"
    })
    void takesTheEncodingFromTheHeaderWhenTheDocumentSaysNone(String label, String title) {
        byte[] body = RSS.formatted(title).getBytes(Charset.forName(label));
        FeedResult result = FeedReader.read(new FeedDocument(body, "text/xml; charset=" + label, Feeds.URL, Map.of()));
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Read.class,
                        read -> assertThat(read.head().title()).isEqualTo(title));
    }

    @Test
    void believesUtf8BytesMoreThanALabel() {
        String xml = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + RSS.formatted("Bağdat’ta görüşme");
        assertThat(Feeds.read(xml).head().title()).isEqualTo("Bağdat’ta görüşme");
    }

    @Test
    void keepsTheRestWhenOneByteIsBad() {
        byte[] body = RSS.formatted("Багдад Багдад").getBytes(StandardCharsets.UTF_8);
        byte[] broken = new byte[body.length + 1];
        System.arraycopy(body, 0, broken, 0, body.length);
        broken[body.length] = (byte) 0xFF;
        FeedResult.Read read = Feeds.read(broken);
        assertThat(read.head().title()).isEqualTo("Багдад Багдад");
        assertThat(read.flags()).contains("repaired-bytes");
    }

    @Test
    void unpacksUnannouncedGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(RSS.formatted("Packed").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Feeds.read(packed.toByteArray()).head().title()).isEqualTo("Packed");
    }

    @Test
    void prefersThePageToTheFeedItself() {
        FeedHead head = Feeds.read(
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"/feed\"/>"
                                + "<link rel=\"alternate\" type=\"application/json\" href=\"/j\"/><link rel=\"alternate\" href=\"/home\"/></feed>")
                .head();
        assertThat(head.link()).isEqualTo("https://fixture.example/home");
        assertThat(head.self()).isEqualTo("https://fixture.example/feed");
    }

    @Test
    void saysHowOftenThePublisherWantsToBeAsked() {
        FeedPacing pacing = Feeds.read(
                        "<rss xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><ttl>90</ttl>"
                                + "<skipHours><hour>24</hour><hour>3</hour><hour>noon</hour></skipHours><skipDays><day>friday</day><day>Someday</day></skipDays>"
                                + "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>")
                .head()
                .pacing();
        assertThat(pacing.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(pacing.skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(pacing.skipDays()).containsExactly(DayOfWeek.FRIDAY);
        assertThat(pacing.updateEvery()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void takesAWeekOfSkippedDaysForNone() {
        StringBuilder days = new StringBuilder("<rss><channel><ttl>soon</ttl><skipDays>");
        for (DayOfWeek day : DayOfWeek.values()) {
            days.append("<day>").append(day).append("</day>");
        }
        FeedPacing pacing =
                Feeds.read(days + "</skipDays></channel></rss>").head().pacing();
        assertThat(pacing).isEqualTo(FeedPacing.NONE);
    }

    @Test
    void behaviour38And39FindsHubsAndArchives() {
        FeedHead head = Feeds.read(
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:fh=\"http://purl.org/syndication/history/1.0\">"
                                + "<link rel=\"hub\" href=\"https://hub.example/\"/><link rel=\"prev-archive\" href=\"old/1\"/>"
                                + "<link rel=\"next\" href=\"?page=2\"/><fh:complete/></feed>")
                .head();
        assertThat(head.hubs()).containsExactly("https://hub.example/");
        assertThat(head.paging())
                .isEqualTo(new FeedPaging(
                        "https://fixture.example/feeds/rss?page=2",
                        "https://fixture.example/feeds/old/1",
                        null,
                        true,
                        false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                              | EMPTY
            '  '                                            | EMPTY
            <!doctype html><html><body>x</body></html>      | HTML
            <opml version="2.0"><body/></opml>              | OPML
            <svg xmlns="http://www.w3.org/2000/svg"/>       | NOT_A_FEED
            {"status":"ok"}                                 | NOT_A_FEED
            {"items":[                                      | BROKEN
            just words                                      | NOT_A_FEED
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF> | NOT_A_FEED
            """)
    void saysWhyADocumentIsNoFeed(String text, FeedResult.Kind kind) {
        assertThat(Feeds.refused(text).kind()).isEqualTo(kind);
    }

    @Test
    void neverTakesHalfALinkOrHalfADateFromACutDocument() {
        String whole =
                "<rss><channel><item><link>http://a.example/long/path</link><pubDate>2024-03-05</pubDate></item></channel></rss>";
        for (int cut = whole.indexOf("<item>") + 6; cut < whole.length(); cut++) {
            for (Entry entry : Feeds.read(whole.substring(0, cut)).entries()) {
                assertThat(entry.link()).isIn(null, "http://a.example/long/path");
                assertThat(String.valueOf(entry.published())).isIn("null", "2024-03-05T00:00:00Z");
            }
        }
    }

    @Test
    void flagsACutDocumentOnly() {
        assertThat(Feeds.read(RSS.formatted("x")).truncated()).isFalse();
        assertThat(Feeds.read(RSS.formatted("x").replace("</rss>", "")).truncated())
                .isTrue();
    }

    @Test
    void movesTheBaseOfLinksToTheContentLocation() {
        byte[] body = "<rss><channel><item><link>a</link></item></channel></rss>".getBytes(StandardCharsets.UTF_8);
        FeedResult result =
                FeedReader.read(new FeedDocument(body, null, Feeds.URL, Map.of("Content-Location", "/moved/here")));
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Read.class,
                        read -> assertThat(read.entries().get(0).link()).isEqualTo("https://fixture.example/moved/a"));
    }

    @Test
    void behaviour45KeepsUnreadableDatesAsText() {
        Entry entry = Feeds.item("<pubDate>next week</pubDate>");
        assertThat(entry.published()).isNull();
        assertThat(entry.rawDate()).isEqualTo("next week");
    }

    @Test
    void readsPeopleInEveryDialect() {
        assertThat(Feeds.item("<author>lea@x.example (Lea)</author>").author()).isEqualTo("Lea");
        assertThat(Feeds.entry("<author><email>l@x.example</email><name>Lea</name></author>")
                        .author())
                .isEqualTo("Lea");
        assertThat(Feeds.item("<creator xmlns=\"http://purl.org/dc/elements/1.1/\">Lea</creator>")
                        .author())
                .isEqualTo("Lea");
    }

    @Test
    void keepsPlainAtomTextPlain() {
        RichText summary = Feeds.entry("<summary type=\"text\">1 &lt; 2 &amp;amp; &lt;b&gt;3&lt;/b&gt;</summary>")
                .summary();
        assertThat(summary == null ? "" : summary.plain()).isEqualTo("1 < 2 &amp; <b>3</b>");
    }

    @Test
    void separatesParagraphsInPlainText() {
        RichText summary = Feeds.item(
                        "<description>&lt;p&gt;One&lt;br&gt;more&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>")
                .summary();
        assertThat(summary == null ? "" : summary.plain()).isEqualTo("One\nmore\n\nTwo");
    }
}
