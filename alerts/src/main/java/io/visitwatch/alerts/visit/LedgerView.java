package io.visitwatch.alerts.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the ledger knows before a step. Read only: a step answers with a {@link LedgerResult}. */
public interface LedgerView {
    /** Latest time the ledger has heard of; {@link Instant#EPOCH} before the first. */
    Instant clock();

    /** Visits of {@code watch} with a visitor for {@code country} and a day between {@code from} and {@code to}. */
    Collection<LedgerEntry> near(String watch, String country, LocalDate from, LocalDate to);

    /** Visits of {@code watch} with a day between {@code from} and {@code to} of which some report tells of a gathering. */
    Collection<LedgerEntry> gatherings(String watch, LocalDate from, LocalDate to);

    /** Visits of {@code watch} that rest on a report nobody can date. */
    Collection<LedgerEntry> undated(String watch);

    /** All visits of {@code watch}. */
    Collection<LedgerEntry> all(String watch);

    /** The visit called {@code id}, unless unknown or forgotten. */
    Optional<LedgerEntry> byId(String id);

    /** Visits that rest on a report of the article. */
    Collection<LedgerEntry> byArticle(String articleId);

    /** Visits not closed yet whose last day is before {@code day}. */
    Collection<LedgerEntry> openBefore(LocalDate day);

    /** Visits not closed yet that are to end between {@code from} and {@code to}, both included. */
    Collection<LedgerEntry> openEnding(LocalDate from, LocalDate to);

    /** Visits, closed ones too, whose last day is before {@code day}. */
    Collection<LedgerEntry> before(LocalDate day);

    /** Visits of one country to one watched place in short, by first day. */
    List<PastVisit> history(String watch, String country);
}
