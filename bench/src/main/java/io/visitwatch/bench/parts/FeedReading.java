package io.visitwatch.bench.parts;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Rounds;
import io.visitwatch.bench.Row;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a well-formed feed of fifty items: ours, ROME's default, a bare Woodstox loop, and seeing that nothing changed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FeedReading implements Measurement {
    private static final int ITEMS = 50;
    private static final String URL = "http://127.0.0.1/feed";
    private static final byte[] FEED = feed();
    private static final byte[] KNOWN = digest(FEED);
    private static final String WOODSTOX = "com.ctc.wstx.stax.WstxInputFactory";

    /** Made on first use. */
    private static final class Stax {
        static final XMLInputFactory FACTORY = woodstox();

        private static XMLInputFactory woodstox() {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            if (!factory.getClass().getName().equals(WOODSTOX)) {
                throw new IllegalStateException("Woodstox is not on the class path, but " + factory.getClass());
            }
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return factory;
        }
    }

    /** Our reader. */
    @Benchmark
    public void ours(Blackhole sink, CpuClock clock) {
        clock.call();
        sink.consume(FeedReader.read(FeedDocument.of(FEED, URL)));
    }

    /** ROME as its manual shows it. */
    @Benchmark
    public void rome(Blackhole sink, CpuClock clock) throws IOException, FeedException {
        clock.call();
        sink.consume(new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(FEED))));
    }

    /** The text of every element of every item, with Woodstox. */
    @Benchmark
    public void woodstox(Blackhole sink, CpuClock clock) throws XMLStreamException {
        clock.call();
        XMLStreamReader reader = Stax.FACTORY.createXMLStreamReader(new ByteArrayInputStream(FEED));
        List<String> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                fields.add(text.toString());
            }
        }
        reader.close();
        sink.consume(fields);
    }

    /** What is done with a body that is the same as last time: its digest, compared. */
    @Benchmark
    public void unchanged(Blackhole sink, CpuClock clock) {
        clock.call();
        sink.consume(MessageDigest.isEqual(digest(FEED), KNOWN));
    }

    @Override
    public List<String> ids() {
        return List.of("feed-rome", "feed-woodstox", "feed-unchanged");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<List<Double>> times = Rounds.inTurn(
                setup.rounds(),
                Stream.of("ours", "rome", "woodstox", "unchanged")
                        .map(method -> Jmh.benchmark(FeedReading.class, method))
                        .toList());
        List<Double> ours = times.get(0);
        Rounds.Times rome = new Rounds.Times(ours, times.get(1));
        Rounds.Times stax = new Rounds.Times(ours, times.get(2));
        Rounds.Times same = new Rounds.Times(times.get(3), ours);
        String feed = ", an RSS feed of " + ITEMS + " items, " + FEED.length / 1000 + " KB";
        return List.of(
                new Row(
                        "feed-rome",
                        "feed reading",
                        "ROME's default",
                        "≥ 10 × its rate",
                        Row.Bound.AT_LEAST,
                        10,
                        "x",
                        rome.rates(),
                        rome.detail() + feed),
                new Row(
                        "feed-woodstox",
                        "feed reading: fields, dates, links, cleaned text",
                        "Woodstox: bare text of the fields",
                        "≥ 50 % of its rate",
                        Row.Bound.AT_LEAST,
                        0.5,
                        "x",
                        stax.rates(),
                        stax.detail() + feed),
                new Row(
                        "feed-unchanged",
                        "a feed whose bytes are those of the last poll",
                        "reading it",
                        "≤ 30 % of its time",
                        Row.Bound.AT_MOST,
                        0.3,
                        "x",
                        same.slowdowns(),
                        same.detail() + feed));
    }

    private static byte[] feed() {
        List<String> texts = MadeNames.articles(ITEMS, MadeNames.of(100));
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Made news</title>"
                + "<link>http://127.0.0.1/</link><description>Made</description>\n");
        for (int i = 0; i < ITEMS; i++) {
            feed.append("<item><title>Story ")
                    .append(i)
                    .append(" &amp; more</title><link>http://127.0.0.1/story/")
                    .append(i)
                    .append("</link><guid isPermaLink=\"false\">story-")
                    .append(i)
                    .append("</guid><pubDate>Mon, 19 Jan 2026 10:")
                    .append(10 + i % 50)
                    .append(":00 +0300</pubDate><dc:creator>A. Writer</dc:creator><description><![CDATA[<p>")
                    .append(texts.get(i), 0, 400)
                    .append("</p>]]></description></item>\n");
        }
        return feed.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
