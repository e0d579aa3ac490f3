package io.visitwatch.alerts.kafka;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.alerts.visit.LedgerResult;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.ClockTick;
import io.visitwatch.model.VisitReport;

/** One record read for the ledger, whichever topic it came from. */
sealed interface LedgerInput {
    /** Why the book cannot take it, as one line; empty when it can. */
    default String refusal(VisitBook book) {
        return "";
    }

    /** The value as it was read. */
    Object said();

    /** Applies it to the book. */
    LedgerResult applyTo(VisitBook book);

    /** One article's claim. */
    record Reported(VisitReport report) implements LedgerInput {
        @Override
        public Object said() {
            return report;
        }

        @Override
        public LedgerResult applyTo(VisitBook book) {
            return book.apply(report);
        }
    }

    /** A revision was read to its end. */
    record Read(ArticleReading reading) implements LedgerInput {
        @Override
        public Object said() {
            return reading;
        }

        @Override
        public LedgerResult applyTo(VisitBook book) {
            return book.apply(reading);
        }
    }

    /** An analyst decided. */
    record Decided(Command command) implements LedgerInput {
        @Override
        public Object said() {
            return command;
        }

        @Override
        public String refusal(VisitBook book) {
            return book.refusal(command);
        }

        @Override
        public LedgerResult applyTo(VisitBook book) {
            return book.apply(command);
        }
    }

    /** Time passed. */
    record Passed(ClockTick tick) implements LedgerInput {
        @Override
        public Object said() {
            return tick;
        }

        @Override
        public LedgerResult applyTo(VisitBook book) {
            return book.tick(tick.at());
        }
    }
}
