package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections go to the address that was checked, and still ask for, and insist on, the name that was meant. */
class FetcherTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private static HttpsServer server;
    private static SSLContext tls;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        tls = context(certificateFor("news.example.test"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames()
                    .forEach(name -> ASKED.add(new String(name.getEncoded(), StandardCharsets.US_ASCII)));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void asksForTheHostByNameOnTheConnectionToTheCheckedAddress() {
        FetchResult result = fetch("news.example.test", tls);
        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(ASKED).contains("news.example.test");
    }

    @Test
    void refusesACertificateOfAnotherHostAtTheSameAddress() {
        FetchResult result = fetch("other.example.test", tls);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.TLS));
    }

    @Test
    void refusesACertificateNobodyVouchesFor() {
        FetchResult result = fetch("news.example.test", null);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.TLS));
    }

    private static FetchResult fetch(String host, @org.jspecify.annotations.Nullable SSLContext trust) {
        int port = server.getAddress().getPort();
        FetcherConfig config = new FetcherConfig("Visitwatch/test", List.of("127.0.0.1"), Set.of(port));
        NameLookup local = name -> List.of(InetAddress.getAllByName("127.0.0.1"));
        try (HttpFetcher fetcher = new HttpFetcher(config, local, trust)) {
            return fetcher.fetch(FetchRequest.get("https://" + host + ":" + port + "/feed", FetchRequest.ACCEPT_PAGE));
        }
    }

    private static Path certificateFor(String host) throws IOException, InterruptedException {
        Path store = folder.resolve("tls.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "site"));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "2"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit", "-keystore", store.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", keys.getCertificate("site"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
