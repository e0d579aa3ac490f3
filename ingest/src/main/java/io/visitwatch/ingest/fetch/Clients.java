package io.visitwatch.ingest.fetch;

import io.visitwatch.ingest.fetch.FetchResult.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient with everything switched off that decides by itself: redirects, cookies, retries, decoding, proxies. */
final class Clients {
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_PER_HOST = 4;
    private static final int MAX_HEADERS = 256;
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private Clients() {}

    static CloseableHttpClient build(String userAgent, GuardedResolver resolver, @Nullable SSLContext tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(resolver, tls))
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(20))
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(GuardedResolver resolver, @Nullable SSLContext tls) {
        Http1Config http1 = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(FetchLimits.standard().headerBytes())
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(
                        tls == null ? DefaultClientTlsStrategy.createDefault() : new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_PER_HOST)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(SILENCE).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(FetchLimits.standard().connect()))
                        .setSocketTimeout(SILENCE)
                        .setTimeToLive(TimeValue.ofMinutes(2))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                        .build())
                .build();
    }

    /** The request of one hop: what belongs to the first origin goes there alone, validators only to the address that gave them. */
    static HttpUriRequestBase request(FetchRequest request, WebUrl first, WebUrl url, long nanosLeft) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.method(), url.uri());
        http.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(nanosLeft, TimeUnit.NANOSECONDS)
                .setResponseTimeout(nanosLeft, TimeUnit.NANOSECONDS)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .build());
        http.setHeader("Accept", request.accept());
        http.setHeader("Accept-Encoding", "gzip, br");
        if (url.origin().equals(first.origin())) {
            request.ownHeaders().forEach(http::setHeader);
        }
        if (validatorsApply(request, url)) {
            addValidators(http, request);
        }
        if (request.body() != null) {
            http.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return http;
    }

    static boolean validatorsApply(FetchRequest request, WebUrl url) {
        CacheValidators known = request.validators();
        return known != null && !known.isEmpty() && known.url().equals(url.toString());
    }

    private static void addValidators(HttpUriRequestBase http, FetchRequest request) {
        CacheValidators known = request.validators();
        if (known == null) {
            return;
        }
        String etag = request.tolerantEtag() ? known.tolerantEtag() : known.etag();
        if (etag != null) {
            http.setHeader("If-None-Match", etag);
        }
        if (known.lastModified() != null) {
            http.setHeader("If-Modified-Since", known.lastModified());
        }
    }

    static Reason reason(Exception e) {
        if (e instanceof GuardedResolver.BlockedAddressException) {
            return Reason.BLOCKED_ADDRESS;
        }
        if (e instanceof UnknownHostException) {
            return Reason.DNS;
        }
        if (e instanceof SSLException) {
            return Reason.TLS;
        }
        if (e instanceof SocketTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return Reason.TIMEOUT;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return Reason.CONNECT;
        }
        if (e instanceof MessageConstraintException) {
            return Reason.TOO_LARGE;
        }
        return Reason.BROKEN;
    }

    static String detail(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
