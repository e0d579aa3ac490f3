package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.VisitReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Joins reports into visits and says what is worth telling: pure steps from what is known and one event to what changes.
 *
 * <p>A step reads a {@link LedgerView} and answers with a {@link LedgerResult}; {@link VisitBook} keeps the state between steps,
 * in memory or over Kafka's stores. Thread-safe, as it keeps nothing itself. Time is the latest event time or tick heard of.
 */
public final class VisitLedger {
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Joiner joiner;
    private final Calendar calendar;
    private final Verdicts verdicts;

    /** A ledger by {@code config}. */
    public VisitLedger(LedgerConfig config) {
        VisitDeriver deriver = new VisitDeriver(config);
        Clustering clustering = new Clustering(config);
        this.calendar = new Calendar(config);
        this.joiner = new Joiner(config, clustering, deriver, calendar);
        this.verdicts = new Verdicts(joiner);
    }

    /** One article's claim arrives. A report already known, or older than the known revision of its article, changes nothing. */
    public LedgerResult apply(LedgerView view, VisitReport report) {
        return joiner.join(view, report);
    }

    /** A revision was read to its end: claims of older revisions that it no longer makes are withdrawn. */
    public LedgerResult apply(LedgerView view, ArticleReading reading) {
        return joiner.withdraw(view, reading);
    }

    /** An analyst decided. A command about an unknown visit changes nothing; see {@link #refusal}. */
    public LedgerResult apply(LedgerView view, Command command) {
        return verdicts.apply(view, command);
    }

    /** Why a command cannot be applied, as one line; empty when it can. */
    public String refusal(LedgerView view, Command command) {
        return verdicts.refusal(view, command);
    }

    /** Time passes: silent plans become overdue, old visits close, very old ones are forgotten. Time never goes back. */
    public LedgerResult tick(LedgerView view, Instant now) {
        if (!now.isAfter(view.clock())) {
            return LedgerResult.nothing(view.clock());
        }
        boolean sameDay = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .equals(view.clock().atZone(ZoneOffset.UTC).toLocalDate());
        return sameDay ? LedgerResult.nothing(now) : calendar.passTo(view, now);
    }

    /** The time that a report lets the ledger know of. */
    static Instant timeOf(VisitReport report) {
        Instant seen = report.firstSeen().plus(AHEAD);
        return report.eventTime().isAfter(seen) ? seen : report.eventTime();
    }
}
