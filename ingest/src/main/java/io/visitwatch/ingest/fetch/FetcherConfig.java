package io.visitwatch.ingest.fetch;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How the fetcher presents itself and where it may go.
 *
 * @param userAgent product, version and contact, sent with every request
 * @param allowPrivate address ranges that are not public and may be connected to all the same
 * @param allowedPorts ports that may be connected to
 */
public record FetcherConfig(String userAgent, List<String> allowPrivate, Set<Integer> allowedPorts) {
    public FetcherConfig {
        Objects.requireNonNull(userAgent, "userAgent");
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw new IllegalArgumentException("fetch.contact must be plain ASCII on one line: '" + userAgent + "'");
        }
        allowPrivate = List.copyOf(allowPrivate);
        allowedPorts = Set.copyOf(allowedPorts);
    }

    /**
     * The public Internet only.
     *
     * @param contact URL or address where a site's owner finds the operator
     */
    public static FetcherConfig publicOnly(String contact) {
        return new FetcherConfig(userAgent(contact), List.of(), WebUrl.STANDARD_PORTS);
    }

    /** {@code Visitwatch/<version> (+<contact>)}. */
    public static String userAgent(String contact) {
        String version = FetcherConfig.class.getPackage().getImplementationVersion();
        return "Visitwatch/" + Objects.requireNonNullElse(version, "0") + " (+" + contact + ")";
    }
}
