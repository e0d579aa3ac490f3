package io.visitwatch.ingest.fetch;

import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import io.visitwatch.ingest.fetch.FetchResult.Hop;
import io.visitwatch.ingest.fetch.FetchResult.NotModified;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.ingest.fetch.WebUrl.BadUrlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * The one guarded HTTP client of the product.
 *
 * <p>Each hop of a redirect chain is a request built anew: its URL and the address it connects to are checked, credentials and
 * validators go only where they belong, and nothing leads from https to http. A fetch blocks the calling thread for at most its
 * total time. Safe for use by many threads.
 */
public final class HttpFetcher implements AutoCloseable {
    private final FetcherConfig config;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private final ExecutorService names;

    /** A fetcher that resolves names as the machine does and trusts the certificates it trusts. */
    public HttpFetcher(FetcherConfig config) {
        this(config, NameLookup.system(), null);
    }

    /**
     * A fetcher with its own name look-up and trust.
     *
     * @param tls trusted certificates; null for those of the Java installation
     * @throws IllegalArgumentException when an entry of {@code allowPrivate} is no address range
     */
    public HttpFetcher(FetcherConfig config, NameLookup lookup, @Nullable SSLContext tls) {
        this.config = config;
        this.deadlines = new ScheduledThreadPoolExecutor(1, daemon("fetch-deadline"));
        this.deadlines.setRemoveOnCancelPolicy(true);
        this.names = Executors.newCachedThreadPool(daemon("fetch-names"));
        AddressGuard guard = AddressGuard.allowing(config.allowPrivate());
        GuardedResolver resolver = new GuardedResolver(
                lookup, guard, names, FetchLimits.standard().connect().toMillis());
        this.client = Clients.build(config.userAgent(), resolver, tls);
    }

    /** Fetches one thing, out of any queue. */
    public FetchResult fetch(FetchRequest request) {
        return fetch(request, HostGate.OPEN);
    }

    /**
     * Fetches one thing.
     *
     * @param gate asked for a place before each hop that leads to another host; the first host is the caller's to queue for
     */
    public FetchResult fetch(FetchRequest request, HostGate gate) {
        return new Chain(request, gate).run();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing connections", e);
        } finally {
            deadlines.shutdownNow();
            names.shutdownNow();
        }
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One fetch from its first request to the last hop. */
    private final class Chain {
        private final FetchRequest request;
        private final HostGate gate;
        private final long end;
        private final List<Hop> hops = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private String at;
        private volatile boolean overdue;

        Chain(FetchRequest request, HostGate gate) {
            this.request = request;
            this.gate = gate;
            this.at = request.url();
            this.end = System.nanoTime() + request.limits().total().toNanos();
        }

        FetchResult run() {
            WebUrl first;
            try {
                first = WebUrl.parse(request.url(), config.allowedPorts());
            } catch (BadUrlException e) {
                return failed(Reason.BAD_URL, String.valueOf(e.getMessage()));
            }
            WebUrl url = first;
            while (true) {
                at = url.toString();
                if (!visited.add(at)) {
                    return failed(Reason.REDIRECT, "redirect loop: " + chain());
                }
                Step step = step(first, url);
                if (step.result != null) {
                    return step.result;
                }
                url = Objects.requireNonNull(step.next);
            }
        }

        private Step step(WebUrl first, WebUrl url) {
            if (hops.isEmpty()) {
                return exchange(first, url);
            }
            if (url.host().equals(first.host())) {
                return gate.again(url.host(), end - System.nanoTime()) ? exchange(first, url) : Step.end(busy(url));
            }
            Optional<HostGate.Place> place = gate.enter(url.host(), end - System.nanoTime());
            if (place.isEmpty()) {
                return Step.end(busy(url));
            }
            try {
                return exchange(first, url);
            } finally {
                place.get().close();
            }
        }

        private Step exchange(WebUrl first, WebUrl url) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return Step.end(timedOut());
            }
            HttpUriRequestBase http = Clients.request(request, first, url, left);
            ScheduledFuture<?> alarm = deadlines.schedule(
                    () -> {
                        overdue = true;
                        http.cancel();
                    },
                    left,
                    TimeUnit.NANOSECONDS);
            HttpHost target = new HttpHost(url.uri().getScheme(), url.host(), url.port());
            ClassicHttpResponse response = null;
            try {
                response = client.executeOpen(target, http, null);
                return answer(url, response);
            } catch (IOException | RuntimeException e) {
                return Step.end(overdue ? timedOut() : failed(Clients.reason(e), Clients.detail(e)));
            } finally {
                alarm.cancel(false);
                http.cancel(); // closes a connection not read to its end, before closing would read on; else does
                // nothing
                Closer.closeQuietly(response);
            }
        }

        private Step answer(WebUrl url, ClassicHttpResponse response) {
            int status = response.getCode();
            Map<String, String> headers = Answers.headers(response);
            if (Answers.size(response) > request.limits().headerBytes()) {
                return Step.end(failed(Reason.TOO_LARGE, "headers over the cap", status, headers));
            }
            if (Answers.isRedirect(status) && "GET".equals(request.method())) {
                return redirect(url, status, headers);
            }
            if (status == 304) {
                return Step.end(
                        Clients.validatorsApply(request, url)
                                ? new NotModified(at, headers, hops)
                                : failed(Reason.NO_CONTENT, "304 to a request without validators", status, headers));
            }
            if (status / 100 == 2) {
                return Step.end(body(status, headers, response));
            }
            Reason reason = Answers.reason(status, headers);
            return Step.end(failed(reason, "HTTP " + status, status, headers));
        }

        private Step redirect(WebUrl url, int status, Map<String, String> headers) {
            String location = headers.get("location");
            if (location == null) {
                return Step.end(failed(Reason.REDIRECT, "HTTP " + status + " without Location", status, headers));
            }
            if (hops.size() >= request.limits().redirects()) {
                return Step.end(failed(
                        Reason.REDIRECT,
                        "more than " + request.limits().redirects() + " redirects: " + chain(),
                        status,
                        headers));
            }
            try {
                WebUrl next = url.resolve(location, config.allowedPorts());
                if (url.secure() && !next.secure()) {
                    return Step.end(failed(Reason.REDIRECT, "redirect from https to http: " + next, status, headers));
                }
                hops.add(new Hop(at, status, next.toString()));
                return Step.to(next);
            } catch (BadUrlException e) {
                return Step.end(failed(Reason.REDIRECT, "bad redirect: " + e.getMessage(), status, headers));
            }
        }

        private FetchResult body(int status, Map<String, String> headers, ClassicHttpResponse response) {
            if (response.getEntity() == null) {
                return empty(status, headers);
            }
            BodyReader reader = new BodyReader(request.limits(), request.truncate());
            try {
                if (response.getEntity().getContentLength() > request.limits().rawBytes() && !request.truncate()) {
                    return failed(Reason.TOO_LARGE, "declared length over the cap", status, headers);
                }
                BodyReader.Body body = reader.read(response.getEntity().getContent(), headers.get("content-encoding"));
                if (overdue) {
                    return timedOut();
                }
                return body.bytes().length == 0
                        ? empty(status, headers)
                        : new Fetched(at, status, headers, body.bytes(), body.rawBytes(), body.complete(), hops);
            } catch (BodyReader.RefusedBodyException e) {
                return overdue ? timedOut() : failed(e.reason(), String.valueOf(e.getMessage()), status, headers);
            } catch (IOException e) {
                return overdue ? timedOut() : failed(Clients.reason(e), Clients.detail(e), status, headers);
            }
        }

        /** A webhook may well answer with nothing; a feed or page may not. */
        private FetchResult empty(int status, Map<String, String> headers) {
            return "POST".equals(request.method())
                    ? new Fetched(at, status, headers, new byte[0], 0, true, hops)
                    : failed(Reason.NO_CONTENT, "HTTP " + status + " with an empty body", status, headers);
        }

        private Failed busy(WebUrl url) {
            return failed(Reason.HOST_BUSY, "redirected to " + url.host() + ", where others come first");
        }

        private Failed timedOut() {
            return failed(Reason.TIMEOUT, "not done after " + request.limits().total());
        }

        private Failed failed(Reason reason, String detail) {
            return new Failed(at, reason, detail, null, Map.of(), List.copyOf(hops));
        }

        private Failed failed(Reason reason, String detail, int status, Map<String, String> headers) {
            return new Failed(at, reason, detail, status, headers, List.copyOf(hops));
        }

        private String chain() {
            StringBuilder out = new StringBuilder(request.url());
            hops.forEach(
                    hop -> out.append(" -").append(hop.status()).append("-> ").append(hop.to()));
            return out.toString();
        }
    }

    /** Either the end of a chain or the next address of it. */
    private record Step(
            @Nullable FetchResult result, @Nullable WebUrl next) {
        static Step end(FetchResult result) {
            return new Step(result, null);
        }

        static Step to(WebUrl next) {
            return new Step(null, next);
        }
    }
}
