package io.visitwatch.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API.
 *
 * @param host address it listens on
 * @param port port it listens on; 0 for a free one
 * @param open whether everybody may read, wherever the request comes from
 * @param tokens bearer tokens
 * @param allowedHosts further names in the Host header that are served
 */
public record ApiSettings(String host, int port, boolean open, List<Token> tokens, List<String> allowedHosts) {
    /** Port of the API when none is configured. */
    public static final int DEFAULT_PORT = 8095;

    @JsonCreator
    static ApiSettings of(
            @JsonProperty("host") @Nullable String host,
            @JsonProperty("port") @Nullable Integer port,
            @JsonProperty("auth") @Nullable String auth,
            @JsonProperty("tokens") @Nullable List<Token> tokens,
            @JsonProperty("allowed-hosts") @Nullable List<String> allowedHosts) {
        return new ApiSettings(
                Objects.requireNonNullElse(host, "127.0.0.1"),
                Objects.requireNonNullElse(port, DEFAULT_PORT),
                "none".equals(auth),
                AppConfig.orEmpty(tokens),
                AppConfig.orEmpty(allowedHosts));
    }

    /** Loopback, standard port. */
    static ApiSettings standard() {
        return of(null, null, null, null, null);
    }

    /** The same API on another port. */
    public ApiSettings withPort(int other) {
        return new ApiSettings(host, other, open, tokens, allowedHosts);
    }

    /** The same API, served under one more name. */
    public ApiSettings alsoFor(String name) {
        List<String> names = new ArrayList<>(allowedHosts);
        names.add(name);
        return new ApiSettings(host, port, open, tokens, List.copyOf(names));
    }

    /**
     * A bearer token, known by its digest only.
     *
     * @param name whose it is
     * @param sha256 SHA-256 of the token, lower-case hex
     * @param admin whether it may change things, rather than only read
     */
    public record Token(String name, String sha256, boolean admin) {
        @JsonCreator
        static Token of(
                @JsonProperty("name") String name,
                @JsonProperty("sha256") String sha256,
                @JsonProperty("scope") @Nullable String scope) {
            return new Token(name, sha256, "admin".equals(scope));
        }
    }
}
