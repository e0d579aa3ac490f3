package io.visitwatch.ingest.kafka;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/** Which partition a feed lives in: that of its registered domain, so that one instance minds the whole domain's pace. */
final class FeedPartitions {
    private FeedPartitions() {}

    /**
     * The partition of a feed.
     *
     * @param url address as configured
     * @param partitions number of partitions of {@code feeds}
     */
    static int of(String url, int partitions) {
        byte[] domain = domain(url).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(domain)) % partitions;
    }

    private static String domain(String url) {
        String host;
        try {
            host = URI.create(url.strip()).getHost();
        } catch (IllegalArgumentException e) {
            return url; // unreadable addresses have no host to mind
        }
        if (host == null) {
            return url;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        boolean literal = lower.startsWith("[") || Character.isDigit(lower.charAt(lower.length() - 1));
        String registered = literal ? null : EffectiveTldFinder.getAssignedDomain(lower, true, false);
        return registered == null ? lower : registered;
    }
}
