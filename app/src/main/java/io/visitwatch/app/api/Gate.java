package io.visitwatch.app.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.visitwatch.app.config.ApiSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is served: requests for a host name that is ours, with a token where the API listens beyond this machine.
 *
 * <p>The host name is checked because a page on the Internet can make a browser call 127.0.0.1 under a name of its own. Tokens are
 * compared by digest in constant time; whoever guesses too often waits.
 */
final class Gate {
    private static final Set<String> OPEN = Set.of("/livez", "/readyz", "/healthz");
    private static final int MOST_FAILURES = 10;
    private static final String BEARER = "bearer ";

    private final ApiSettings settings;
    private final Set<String> names = new TreeSet<>(Set.of("localhost"));
    private final boolean tokenNeeded;
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /**
     * The gate of one API.
     *
     * @throws IllegalArgumentException when it would let strangers in without anybody having said so
     */
    Gate(ApiSettings settings) {
        this.settings = settings;
        settings.allowedHosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        boolean wide = !loopback(settings.host());
        this.tokenNeeded = wide && !settings.open();
        if (tokenNeeded && settings.tokens().isEmpty()) {
            throw new IllegalArgumentException("api.host " + settings.host()
                    + " is reachable from other machines: add api.tokens, or say api.auth: none");
        }
    }

    /** Lets a request pass or throws an {@link ApiProblem}. */
    void check(Context context) {
        String host = hostName(context.header("Host"));
        if (!names.contains(host) && !addressLiteral(host)) {
            throw new ApiProblem(421, "host '" + host + "' is not served here: add it to api.allowed-hosts");
        }
        if (tokenNeeded && !OPEN.contains(context.path()) && !context.path().startsWith(HubRoutes.PATH)) {
            token(context, null, false);
        }
    }

    /**
     * Lets a request pass that changes something, or throws an {@link ApiProblem}.
     *
     * @param sent token sent in a form; null when none was
     */
    void checkAdmin(Context context, @Nullable String sent) {
        if (CommandRoutes.tokenNeeded(settings)) {
            token(context, sent, true);
        }
    }

    private void token(Context context, @Nullable String sent, boolean admin) {
        AtomicInteger failed = failures.get(context.ip(), ip -> new AtomicInteger());
        if (failed.get() >= MOST_FAILURES) {
            context.header("Retry-After", "60");
            throw new ApiProblem(429, "too many wrong tokens: wait a minute");
        }
        String header = Objects.requireNonNullElse(context.header("Authorization"), "");
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        String token = bearer ? header.substring(BEARER.length()).strip() : Objects.requireNonNullElse(sent, "");
        if (!known(token, admin)) {
            failed.incrementAndGet();
            context.header("WWW-Authenticate", "Bearer");
            throw new ApiProblem(
                    401,
                    admin
                            ? "send a token of scope admin: Authorization: Bearer …"
                            : "send a token: Authorization: Bearer …");
        }
    }

    private boolean known(String token, boolean admin) {
        byte[] digest = sha256(token);
        boolean found = false;
        for (ApiSettings.Token each : settings.tokens()) { // every one, so that the time tells nothing
            boolean same = MessageDigest.isEqual(digest, HexFormat.of().parseHex(each.sha256()));
            found |= same && (!admin || each.admin());
        }
        return found;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code [::1]:8095} as {@code ::1}, {@code localhost:8095} as {@code localhost}. */
    static String hostName(@Nullable String header) {
        String host = Objects.requireNonNullElse(header, "").toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            return end < 0 ? host : host.substring(1, end);
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    /** An address typed as such cannot be a name that a stranger points at us. */
    static boolean addressLiteral(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || (host.contains(":") && host.matches("[0-9a-f:.]+"));
    }

    /** Whether only this machine reaches {@code host}. */
    static boolean loopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false; // nobody's address: the bind will say so
        }
    }
}
