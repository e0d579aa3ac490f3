package io.visitwatch.app.run;

import io.visitwatch.alerts.coverage.ArticleTally;
import io.visitwatch.alerts.coverage.Coverage;
import io.visitwatch.alerts.coverage.CoverageConfig;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.alerts.coverage.FeedHealth;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.schedule.Health;
import io.visitwatch.model.Article;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the feeds and of what they brought, and the statements of coverage that follow: the day so far, judged by its
 * feeds alone, since a morning has few articles; and each day that has ended, judged by its articles too. Time is handed in.
 *
 * <p>Not thread-safe.
 */
final class CoverageBook {
    private static final int KEPT_DAYS = 3;

    /** A feed is missed after so many of its own intervals, not sooner than {@link #LEAST_PATIENCE}. */
    private static final int MISSED_POLLS = 4;

    private static final Duration LEAST_PATIENCE = Duration.ofHours(6);

    /** A new feed, and one that nobody asked while the service was down, has so long for its first poll. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final String NO_LANGUAGE = "und";

    /** States of a feed that can be read. One that has long been silent or empty may hide an outage nobody reports. */
    private static final Set<Health.Kind> ALIVE =
            Set.of(Health.Kind.NEW, Health.Kind.OK, Health.Kind.CUT, Health.Kind.UNSTABLE_IDS, Health.Kind.DUPLICATE);

    private final Coverage coverage = new Coverage(CoverageConfig.standard());
    private final List<String> watches;
    private final Set<String> feeds = new TreeSet<>();
    private final Map<String, FeedState> states = new TreeMap<>();
    private final Map<String, CoverageStatement> stated = new TreeMap<>();
    private final Map<String, Instant> met = new HashMap<>();
    private final ArticleTally tally = new ArticleTally(KEPT_DAYS);

    CoverageBook(List<String> watches) {
        this.watches = List.copyOf(watches);
    }

    /** A feed is subscribed to, or no longer. */
    void feed(String id, boolean subscribed) {
        if (subscribed) {
            feeds.add(id);
        } else {
            feeds.remove(id);
        }
    }

    /** How a feed stands after a poll; null when it is forgotten. */
    void state(String id, @Nullable FeedState state) {
        if (state == null) {
            states.remove(id);
        } else {
            states.put(id, state);
        }
    }

    /** An article was stored. Imported history and later revisions were not read that day. */
    void article(Article article) {
        if (!article.backfill() && article.revision() == 0) {
            tally.add(article.firstSeen(), Objects.requireNonNullElse(article.language(), NO_LANGUAGE));
        }
    }

    /** A statement as the topic holds it. */
    void stated(CoverageStatement statement) {
        stated.put(statement.key(), statement);
    }

    /** Statements that are new or differ from what was stated, oldest day first; none while there is no feed. */
    List<CoverageStatement> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate yesterday = today.minusDays(1);
        List<CoverageStatement> due = new ArrayList<>();
        if (feeds.isEmpty()) {
            return due;
        }
        List<FeedHealth> health =
                feeds.stream().map(id -> health(id, states.get(id), now)).toList();
        for (String watch : watches) {
            CoverageStatement open = stated.get(watch + "/" + yesterday);
            // what was not watched yesterday is no gap of yesterday
            if (open != null && !open.complete()) {
                add(due, coverage.state(watch, yesterday, health, tally.of(yesterday), earlier()));
            }
            add(due, coverage.soFar(watch, today, health, tally.of(today), earlier()));
        }
        return due;
    }

    private void add(List<CoverageStatement> due, CoverageStatement statement) {
        if (!statement.equals(stated.put(statement.key(), statement))) {
            due.add(statement);
        }
    }

    private List<CoverageStatement> earlier() {
        return List.copyOf(stated.values());
    }

    private FeedHealth health(String id, @Nullable FeedState state, Instant now) {
        boolean newHere = met.computeIfAbsent(id, unknown -> now).plus(GRACE).isAfter(now);
        Instant last = state == null ? null : state.history().succeeded();
        if (state != null && !ALIVE.contains(state.health().kind())) {
            return new FeedHealth(id, false, last, state.health().reason());
        }
        boolean recent = state != null && last != null && !last.isBefore(now.minus(patience(state)));
        return new FeedHealth(id, newHere || recent, last, newHere || recent ? "" : "nobody has asked it since");
    }

    private static Duration patience(FeedState state) {
        Duration own = state.pace().interval().multipliedBy(MISSED_POLLS);
        return own.compareTo(LEAST_PATIENCE) > 0 ? own : LEAST_PATIENCE;
    }
}
