package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedFormat;
import io.visitwatch.ingest.feed.FeedHead;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.ingest.fetch.CacheValidators;
import io.visitwatch.ingest.fetch.FetchLimits;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetchResult.Failed;
import io.visitwatch.ingest.fetch.FetchResult.Fetched;
import io.visitwatch.ingest.fetch.FetchResult.NotModified;
import io.visitwatch.ingest.fetch.FetchResult.Reason;
import io.visitwatch.ingest.fetch.HostGate;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.ingest.fetch.RobotsPolicy;
import io.visitwatch.ingest.schedule.FeedSchedule;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.PollOutcome;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks one feed and reads its answer. */
final class FeedAsk {
    private static final Duration RECENT = Duration.ofDays(1);

    private final HttpFetcher fetcher;
    private final RobotsPolicy robots;
    private final HostGate gate;
    private final PollConfig config;

    FeedAsk(HttpFetcher fetcher, RobotsPolicy robots, HostGate gate, PollConfig config) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.gate = gate;
        this.config = config;
    }

    /** An answer read as far as it can be without knowing the feed's entries. */
    sealed interface Answer {
        /** Address of the last hop. */
        String url();
    }

    /** An answer that needs no look at entries. */
    @SuppressWarnings("ArrayRecordComponent") // a body on its way to the dead letters, never compared
    record Settled(String url, PollOutcome outcome, byte @Nullable [] body) implements Answer {}

    /** A feed document. */
    record Document(
            String url, Fetched fetched, FeedHead head, List<Entry> entries, boolean complete, boolean conditional)
            implements Answer {
        /** The outcome, once it is known how many of the entries are new. */
        PollOutcome.Read outcome(int newEntries, int rekeyed, Instant now) {
            int recent = (int) entries.stream()
                    .filter(e -> e.date() != null
                            && e.date().isAfter(now.minus(RECENT))
                            && !e.date().isAfter(now))
                    .count();
            return new PollOutcome.Read(
                    fetched.validators(),
                    digest(fetched.body()),
                    complete,
                    entries.size(),
                    newEntries,
                    recent,
                    rekeyed,
                    head.pacing(),
                    fetched.headers(),
                    conditional,
                    fetched.movedTo());
        }
    }

    /** Asks a feed as its state says. */
    Answer ask(FeedState state, Instant now) {
        String url = state.address().current();
        if (config.robotsForFeeds() && !robots.allows(url)) {
            Failed refused = new Failed(url, Reason.ROBOTS, "robots.txt keeps us out", null, Map.of(), List.of());
            return new Settled(url, new PollOutcome.Failed(refused), null);
        }
        CacheValidators known = FeedSchedule.validatorsToSend(state, now);
        FetchRequest request = FetchRequest.get(url, FetchRequest.ACCEPT_FEED)
                .withOwnHeaders(config.credentials().getOrDefault(state.feedId(), Map.of()))
                .ifChanged(known, state.cache().tolerantEtag())
                .within(FetchLimits.standard().withTotal(config.total()));
        boolean conditional = known != null && !known.isEmpty();
        FetchResult result = fetcher.fetch(request, gate);
        if (result instanceof NotModified same) {
            return new Settled(
                    same.url(),
                    new PollOutcome.Unchanged(true, null, same.headers(), conditional, same.movedTo()),
                    null);
        }
        if (result instanceof Failed failed) {
            return new Settled(failed.url(), new PollOutcome.Failed(failed), null);
        }
        return read((Fetched) result, state, conditional);
    }

    /**
     * A document with what belongs to it: the archive of a feed read for the first time (RFC 5005), the newest sitemaps of an
     * index. Same origin only, and no more documents than configured; one that cannot be read is left out.
     */
    Document withMore(Document first, FeedState state, String host) {
        List<Entry> all = new ArrayList<>();
        boolean index = first.head().format() == FeedFormat.SITEMAP_INDEX;
        List<String> more = index ? newest(first.entries()) : older(first.head(), state);
        if (!index) {
            all.addAll(first.entries());
        }
        Set<String> asked = new HashSet<>(Set.of(first.url()));
        while (!more.isEmpty() && asked.size() <= config.archivePages()) {
            String url = more.get(0);
            more = more.subList(1, more.size());
            Document next = sameOrigin(first.url(), url) && asked.add(url) ? document(url, state, host) : null;
            if (next != null) {
                all.addAll(next.entries());
                more = index ? more : older(next.head(), state);
            }
        }
        return new Document(
                first.url(), first.fetched(), first.head(), List.copyOf(all), first.complete(), first.conditional());
    }

    private @Nullable Document document(String url, FeedState state, String host) {
        if (!gate.again(host, config.total().toNanos())) {
            return null;
        }
        FetchRequest request = FetchRequest.get(url, FetchRequest.ACCEPT_FEED)
                .withOwnHeaders(config.credentials().getOrDefault(state.feedId(), Map.of()))
                .within(FetchLimits.standard().withTotal(config.total()));
        FetchResult result = fetcher.fetch(request, gate);
        return result instanceof Fetched fetched && read(fetched, state, false) instanceof Document next ? next : null;
    }

    private static List<String> older(FeedHead head, FeedState state) {
        if (state.history().imported()) {
            return List.of();
        }
        String next = head.paging().prevArchive() == null
                ? head.paging().next()
                : head.paging().prevArchive();
        return next == null ? List.of() : List.of(next);
    }

    private List<String> newest(List<Entry> sitemaps) {
        return sitemaps.stream()
                .sorted(Comparator.comparing(FeedAsk::date).reversed())
                .map(Entry::link)
                .filter(Objects::nonNull)
                .limit(config.archivePages())
                .toList();
    }

    private static Instant date(Entry entry) {
        return Objects.requireNonNullElse(entry.date(), Instant.EPOCH);
    }

    private static boolean sameOrigin(String url, String other) {
        try {
            URI a = URI.create(url);
            URI b = URI.create(other);
            return Objects.equals(a.getScheme(), b.getScheme())
                    && Objects.equals(a.getRawAuthority(), b.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false; // not to be followed
        }
    }

    private static Answer read(Fetched fetched, FeedState state, boolean conditional) {
        if (fetched.headers().containsKey("cf-mitigated")) {
            Failed blocked = new Failed(
                    fetched.url(),
                    Reason.BLOCKED,
                    "anti-bot page",
                    fetched.status(),
                    fetched.headers(),
                    fetched.hops());
            return new Settled(fetched.url(), new PollOutcome.Failed(blocked), null);
        }
        if (fetched.complete() && digest(fetched.body()).equals(state.cache().bodyHash())) {
            return new Settled(
                    fetched.url(),
                    new PollOutcome.Unchanged(
                            false, fetched.validators(), fetched.headers(), conditional, fetched.movedTo()),
                    null);
        }
        FeedResult result = FeedReader.read(
                new FeedDocument(fetched.body(), fetched.contentType(), fetched.url(), fetched.headers()));
        if (result instanceof FeedResult.Refused refused) {
            return new Settled(
                    fetched.url(),
                    new PollOutcome.Unreadable(refused.kind(), refused.cause(), refused.discovered()),
                    fetched.body());
        }
        FeedResult.Read read = (FeedResult.Read) result;
        boolean complete = fetched.complete() && !read.truncated();
        return new Document(
                fetched.url(),
                fetched,
                read.head(),
                complete ? read.entries() : allButLast(read.entries()),
                complete,
                conditional);
    }

    /** The last entry of a document that ends early may itself be cut. */
    private static List<Entry> allButLast(List<Entry> entries) {
        return entries.isEmpty() ? entries : entries.subList(0, entries.size() - 1);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
