package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.ingest.FakeSite;
import io.visitwatch.ingest.RawSite;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import io.visitwatch.ingest.fetch.FetchResult.NotModified;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final FetchLimits SMALL =
            new FetchLimits(20_000, 2_000_000, 100, 32 * 1024, Duration.ofMillis(1_500), Duration.ofSeconds(1), 5);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }

    @Test
    void behaviour01SaysWhoAsksAndSendsNeitherCookieNorReferer() {
        FakeSite site = site();
        site.at("/a", "text/plain", "hello", "Set-Cookie", "id=1");
        HttpFetcher fetcher = fetcher(site.port());
        assertThat(fetcher.fetch(get(site.url("/a")))).isInstanceOf(Fetched.class);
        assertThat(fetcher.fetch(get(site.url("/a")))).isInstanceOf(Fetched.class);
        FakeSite.Asked second = site.asked().get(1);
        assertThat(second.header("User-Agent")).isEqualTo("Visitwatch/test (+https://example.org/contact)");
        assertThat(second.header("Accept")).contains("rss+xml", "atom+xml", "feed+json", "application/xml");
        assertThat(second.header("Cookie") + second.header("Referer") + second.header("Upgrade"))
                .isEmpty();
    }

    @Test
    void behaviour02AsksForGzipAndDecodesIt() throws IOException {
        FakeSite site = site();
        byte[] zipped = gzip("news ".repeat(100).getBytes(StandardCharsets.UTF_8));
        site.at("/a", exchange -> FakeSite.send(exchange, 200, zipped, "Content-Encoding", "gzip"));
        Fetched fetched = (Fetched) fetcher(site.port()).fetch(get(site.url("/a")));
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("news ".repeat(100));
        assertThat(fetched.rawBytes()).isLessThan(fetched.body().length);
        assertThat(site.asked().get(0).header("Accept-Encoding")).contains("gzip");
    }

    @Test
    void behaviour02DecodesBrotli() {
        byte[] packed = Base64.getDecoder()
                .decode(
                        "G3gAYCwK7LZgLxftqNMYw8efhGseOaqY+SKUVjAyUCdLVUqX+m+MQnkp4sKjkwPmw08dLCrI2wLg3MaOPq/DotGqkf32OQMN"
                                + "TDCPtr8Wu9BsYEinmeeL1JPKskCbC7ayAQ==");
        FakeSite site = site();
        site.at("/a", exchange -> FakeSite.send(exchange, 200, packed, "Content-Encoding", "br"));
        Fetched fetched = (Fetched) fetcher(site.port()).fetch(get(site.url("/a")));
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).contains("<title>Minister in Baghdad</title>");
        assertThat(site.asked().get(0).header("Accept-Encoding")).contains("br");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "compress", "gzip, gzip", "br, gzip", "zstd", "x"})
    void behaviour02RefusesCodingsNobodyAskedForAndNestedOnes(String coding) {
        FakeSite site = site();
        site.at("/a", "text/plain", "abc", "Content-Encoding", coding);
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/a"))))).isEqualTo(Reason.ENCODING);
    }

    @Test
    void behaviour03FreesTheWorkerFromAServerThatNeverAnswers() {
        RawSite site = raw(out -> Thread.sleep(20_000));
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/"))))).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void behaviour03FreesTheWorkerFromADrippingHeader() {
        RawSite site = raw(out -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: ", 'a'));
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/"))))).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void behaviour03FreesTheWorkerFromADrippingBody() {
        RawSite site = raw(out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", ' '));
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/"))))).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void behaviour03EndsAFloodOfInterimAnswers() {
        RawSite site = raw(out -> {
            for (int i = 0; i < 1_000; i++) {
                out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(10);
            }
        });
        assertThat(fetcher(site.port()).fetch(get(site.url("/")))).isInstanceOf(Failed.class);
    }

    @Test
    void behaviour04StopsAtTheCapOfADeclaredAndOfACountedLength() {
        FakeSite site = site();
        site.at("/declared", "text/plain", "x".repeat(30_000));
        site.at("/counted", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[30_000]);
            exchange.close();
        });
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/declared")))))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/counted")))))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void behaviour04StopsABombByItsRatioBeforeItsCap() throws IOException {
        FakeSite site = site();
        byte[] bomb = gzip(new byte[1_500_000]);
        site.at("/bomb", exchange -> FakeSite.send(exchange, 200, bomb, "Content-Encoding", "gzip"));
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/bomb"))))).isEqualTo(Reason.BOMB);
    }

    @Test
    void cutsAtTheCapWhereThatIsAskedFor() {
        FakeSite site = site();
        site.at("/robots.txt", "text/plain", "x".repeat(30_000));
        FetchLimits limits =
                new FetchLimits(20_000, 20_000, 100, 32_768, Duration.ofSeconds(5), Duration.ofSeconds(1), 5);
        Fetched fetched = (Fetched) fetcher(site.port())
                .fetch(get(site.url("/robots.txt")).within(limits).truncating());
        assertThat(fetched.body()).hasSizeBetween(1, 20_000);
        assertThat(fetched.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>half",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss>half\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss>half\r\nzz\r\n"
            })
    void behaviour05KeepsACutBodyButMarksIt(String answer) {
        RawSite site = saying(answer);
        FetchResult result = fetcher(site.port()).fetch(get(site.url("/")));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.complete()).isFalse());
    }

    @Test
    void behaviour05KeepsACutGzipBodyButMarksIt() throws IOException {
        byte[] whole = gzip("<item>news</item>".repeat(500).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length - 12);
        FakeSite site = site();
        site.at("/a", exchange -> FakeSite.send(exchange, 200, half, "Content-Encoding", "gzip"));
        assertThat(fetcher(site.port()).fetch(get(site.url("/a"))))
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.complete()).isFalse());
    }

    @Test
    void behaviour06And07SendValidatorsBackByteForByte() {
        FakeSite site = site();
        site.status("/a", 304, "ETag", "W/\"new\"");
        CacheValidators known = new CacheValidators(site.url("/a"), "W/\"a b,c\"", "Tue, 5 Mar 2024 8:1:00 GMT+1");
        FetchResult result = fetcher(site.port()).fetch(get(site.url("/a")).ifChanged(known, false));
        assertThat(result).isInstanceOf(NotModified.class);
        assertThat(result.headers()).containsEntry("etag", "W/\"new\"");
        assertThat(site.asked().get(0).header("If-None-Match")).isEqualTo("W/\"a b,c\"");
        assertThat(site.asked().get(0).header("If-Modified-Since")).isEqualTo("Tue, 5 Mar 2024 8:1:00 GMT+1");
    }

    @Test
    void behaviour12SendsATagAlsoWithoutItsCodingSuffix() {
        FakeSite site = site();
        site.status("/a", 304);
        CacheValidators known = new CacheValidators(site.url("/a"), "\"abc-gzip\"", null);
        fetcher(site.port()).fetch(get(site.url("/a")).ifChanged(known, true));
        assertThat(site.asked().get(0).header("If-None-Match")).isEqualTo("\"abc-gzip\", \"abc\"");
    }

    @ParameterizedTest
    @CsvSource({"304, NO_CONTENT", "204, NO_CONTENT", "200, NO_CONTENT"})
    void behaviour16TakesAnEmptyAnswerForAnError(int status, Reason reason) {
        FakeSite site = site();
        site.status("/a", status);
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/a"))))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, CLIENT_ERROR",
        "401, BLOCKED",
        "403, BLOCKED",
        "451, BLOCKED",
        "404, NOT_FOUND",
        "410, GONE",
        "429, TOO_MANY_REQUESTS",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "300, CLIENT_ERROR"
    })
    void namesTheFailure(int status, Reason reason) {
        FakeSite site = site();
        site.status("/a", status, "Retry-After", "120");
        Failed failed = (Failed) fetcher(site.port()).fetch(get(site.url("/a")));
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.retryAfter(Instant.EPOCH)).contains(Duration.ofMinutes(2));
    }

    @Test
    void behaviour30NamesAnAntiBotAnswer() {
        FakeSite site = site();
        site.status("/a", 503, "cf-mitigated", "challenge");
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/a"))))).isEqualTo(Reason.BLOCKED);
    }

    @Test
    void behaviour34StopsALoopAndAChainOfSixAndSaysTheChain() {
        FakeSite site = site();
        site.status("/loop", 302, "Location", "/loop2");
        site.status("/loop2", 302, "Location", "/loop");
        for (int i = 0; i < 6; i++) {
            site.status("/hop" + i, 301, "Location", "/hop" + (i + 1));
        }
        site.at("/hop5-end", "text/plain", "x");
        Failed loop = (Failed) fetcher(site.port()).fetch(get(site.url("/loop")));
        assertThat(loop.reason()).isEqualTo(Reason.REDIRECT);
        assertThat(loop.detail()).contains("loop2");
        assertThat(loop.hops()).hasSize(2);
        Failed chain = (Failed) fetcher(site.port()).fetch(get(site.url("/hop0")));
        assertThat(chain.reason()).isEqualTo(Reason.REDIRECT);
        assertThat(chain.hops()).hasSize(5);
        assertThat(site.times("/hop6")).isZero();
    }

    @Test
    void behaviour34FollowsFiveHops() {
        FakeSite site = site();
        for (int i = 0; i < 5; i++) {
            site.status("/hop" + i, 301, "Location", "/hop" + (i + 1));
        }
        site.at("/hop5", "text/plain", "there");
        Fetched fetched = (Fetched) fetcher(site.port()).fetch(get(site.url("/hop0")));
        assertThat(fetched.url()).isEqualTo(site.url("/hop5"));
        assertThat(fetched.movedTo()).contains(site.url("/hop5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd", "ftp://127.0.0.1/", "jar:file:///x!/y", "gopher://127.0.0.1/",
                        "http://u:p@127.0.0.1/", "http://",
                "data:text/html,[x]", "http://127.1/", "http://2130706433/", "http://[::1%25lo]/",
                        "http://example.org:22/", "http:\\\\127.0.0.1\\"
            })
    void behaviour34RefusesBadTargets(String location) {
        FakeSite site = site();
        site.status("/a", 302, "Location", location);
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/a"))))).isEqualTo(Reason.REDIRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2",
                "[::1]",
                "[::ffff:127.0.0.2]",
                "[::ffff:7f00:2]",
                "169.254.169.254",
                "10.0.0.1",
                "localhost",
                "[64:ff9b::7f00:2]",
                "[fd00::1]",
                "0.0.0.0",
                "100.64.1.1"
            })
    void behaviour35ChecksTheAddressOfEveryHop(String host) {
        FakeSite site = site();
        site.status("/a", 302, "Location", "http://" + host + ":" + site.port() + "/secret");
        site.at("/secret", "text/plain", "secret");
        NameLookup names = name -> name.equals("localhost")
                ? List.of(address("127.0.0.3"))
                : NameLookup.system().addresses(name);
        FetchResult result = fetcher(names, site.port()).fetch(get(site.url("/a")));
        assertThat(reason(result)).isEqualTo(Reason.BLOCKED_ADDRESS);
        assertThat(site.times("/secret")).isZero();
    }

    @Test
    void behaviour35DropsCredentialsAndValidatorsOnAnotherOrigin() {
        FakeSite site = site();
        FakeSite other = site();
        site.status("/a", 302, "Location", other.url("/b"));
        other.at("/b", "text/plain", "x");
        CacheValidators known = new CacheValidators(site.url("/a"), "\"e\"", null);
        fetcher(site.port(), other.port())
                .fetch(get(site.url("/a"))
                        .withOwnHeaders(Map.of("Authorization", "Basic c2VjcmV0"))
                        .ifChanged(known, false));
        assertThat(site.asked().get(0).header("Authorization")).isEqualTo("Basic c2VjcmV0");
        assertThat(other.asked().get(0).header("Authorization")).isEmpty();
        assertThat(other.asked().get(0).header("If-None-Match")).isEmpty();
        assertThat(other.asked().get(0).header("User-Agent")).startsWith("Visitwatch/");
    }

    @Test
    void refusesANameOfWhichOneAnswerIsForbidden() {
        FakeSite site = site();
        site.at("/a", "text/plain", "x");
        NameLookup names = name -> List.of(address("127.0.0.1"), address("10.0.0.1"));
        assertThat(reason(fetcher(names, site.port()).fetch(get("http://news.test:" + site.port() + "/a"))))
                .isEqualTo(Reason.BLOCKED_ADDRESS);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void connectsToTheAddressItCheckedWhateverTheNameSaysNext() {
        FakeSite site = site();
        site.at("/a", "text/plain", "x", "Connection", "close");
        AtomicInteger asked = new AtomicInteger();
        NameLookup rebinding = name -> List.of(address(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
        HttpFetcher fetcher = fetcher(rebinding, site.port());
        assertThat(fetcher.fetch(get("http://news.test:" + site.port() + "/a"))).isInstanceOf(Fetched.class);
        assertThat(asked).hasValue(1);
        assertThat(reason(fetcher.fetch(get("http://news.test:" + site.port() + "/a"))))
                .isEqualTo(Reason.BLOCKED_ADDRESS);
    }

    @Test
    void refusesLoopbackUnlessItIsNamed() {
        FakeSite site = site();
        site.at("/a", "text/plain", "x");
        HttpFetcher strict =
                keep(new HttpFetcher(new FetcherConfig("Visitwatch/test", List.of(), Set.of(site.port()))));
        assertThat(reason(strict.fetch(get(site.url("/a"))))).isEqualTo(Reason.BLOCKED_ADDRESS);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void saysThatANameIsUnknownAndAPortIsClosed() throws IOException {
        NameLookup nobody = name -> {
            throw new UnknownHostException(name);
        };
        assertThat(reason(fetcher(nobody, 80).fetch(get("http://nowhere.test/"))))
                .isEqualTo(Reason.DNS);
        RawSite closed = saying("");
        int port = closed.port();
        closed.close();
        assertThat(reason(fetcher(port).fetch(get("http://127.0.0.1:" + port + "/"))))
                .isEqualTo(Reason.CONNECT);
    }

    @Test
    void givesUpANameServerThatDoesNotAnswerInTime() {
        NameLookup slow = name -> {
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                throw new UnknownHostException(name);
            }
            return List.of(address("127.0.0.1"));
        };
        FetchRequest request = get("http://slow.test/");
        long started = System.nanoTime();
        Reason reason = reason(fetcher(slow, 80).fetch(request));
        assertThat(reason).isIn(Reason.DNS, Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not http at all\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
                "HTTP/1.1 abc OK\r\n\r\n",
                ""
            })
    void namesABrokenAnswer(String answer) {
        RawSite site = saying(answer);
        assertThat(reason(fetcher(site.port()).fetch(get(site.url("/")))))
                .isIn(Reason.BROKEN, Reason.TIMEOUT, Reason.NO_CONTENT);
    }

    @Test
    void refusesAFloodOfHeaders() {
        String many = "X-A: " + "a".repeat(300) + "\r\n";
        RawSite flood = saying("HTTP/1.1 200 OK\r\n" + many.repeat(200) + "Content-Length: 1\r\n\r\nx");
        assertThat(reason(fetcher(flood.port()).fetch(get(flood.url("/"))))).isEqualTo(Reason.TOO_LARGE);
        RawSite one = saying("HTTP/1.1 200 OK\r\nX-A: " + "a".repeat(100_000) + "\r\n\r\nx");
        assertThat(reason(fetcher(one.port()).fetch(get(one.url("/"))))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void postsWithoutFollowingRedirectsAndTakesAnEmptyAnswer() {
        FakeSite site = site();
        site.at("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            FakeSite.send(exchange, body.length == 2 ? 204 : 500, new byte[0]);
        });
        site.status("/moved", 302, "Location", "/hook");
        HttpFetcher fetcher = fetcher(site.port());
        FetchResult done = fetcher.fetch(FetchRequest.post(
                site.url("/hook"), Map.of("Content-Type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(done)
                .isInstanceOfSatisfying(
                        Fetched.class, ok -> assertThat(ok.status()).isEqualTo(204));
        FetchResult moved = fetcher.fetch(FetchRequest.post(site.url("/moved"), Map.of(), new byte[2]));
        assertThat(moved)
                .isInstanceOfSatisfying(
                        Failed.class, no -> assertThat(no.status()).isEqualTo(302));
        assertThat(site.times("/hook")).isEqualTo(1);
    }

    private static void drip(java.io.OutputStream out, String head, char drop)
            throws IOException, InterruptedException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 200; i++) {
            out.write(drop);
            out.flush();
            Thread.sleep(100);
        }
    }

    private static Reason reason(FetchResult result) {
        assertThat(result).isInstanceOf(Failed.class);
        return ((Failed) result).reason();
    }

    private static FetchRequest get(String url) {
        return FetchRequest.get(url, FetchRequest.ACCEPT_FEED).within(SMALL);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private HttpFetcher fetcher(Integer... ports) {
        return fetcher(NameLookup.system(), ports);
    }

    private HttpFetcher fetcher(NameLookup names, Integer... ports) {
        FetcherConfig config = new FetcherConfig(
                "Visitwatch/test (+https://example.org/contact)", List.of("127.0.0.1"), Set.of(ports));
        return keep(new HttpFetcher(config, names, null));
    }

    private FakeSite site() {
        return keep(new FakeSite());
    }

    private RawSite raw(RawSite.Script script) {
        return keep(new RawSite(script));
    }

    private RawSite saying(String answer) {
        return keep(RawSite.saying(answer));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
