package io.visitwatch.app.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.model.VisitChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert that is not the same in two readings of an archive.
 *
 * @param kind how it differs
 * @param change what the alert tells
 * @param at when it is told, by B where B tells it
 * @param who the head of the delegation
 * @param country country or organisation acted for
 * @param before what A says; null when A does not tell it
 * @param after what B says; null when B does not tell it
 * @param sentence the evidence; empty when no article caused it
 * @param title title of its article; may be empty
 * @param url address of its article; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        Kind kind,
        VisitChange change,
        Instant at,
        String who,
        String country,
        @Nullable String before,
        @Nullable String after,
        String sentence,
        String title,
        @Nullable String url) {
    /** How alerts differ, in the order they are shown. */
    public enum Kind {
        /** Only B tells it. */
        GAINED,
        /** Only A tells it. */
        LOST,
        /** B tells it first. */
        EARLIER,
        /** A tells it first. */
        LATER,
        /** Both tell it, with another status of the visit. */
        STATUS,
        /** Both tell it, of other visitors. */
        VISITORS
    }

    static Difference gained(Told alert) {
        return of(Kind.GAINED, alert, null, alert.summary());
    }

    static Difference lost(Told alert) {
        return of(Kind.LOST, alert, alert.summary(), null);
    }

    static Difference of(Kind kind, Told alert, @Nullable String before, @Nullable String after) {
        return new Difference(
                kind,
                alert.change(),
                alert.at(),
                alert.who(),
                alert.country(),
                before,
                after,
                alert.sentence(),
                alert.title(),
                alert.url());
    }
}
