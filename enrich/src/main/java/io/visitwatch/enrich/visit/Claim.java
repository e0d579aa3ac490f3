package io.visitwatch.enrich.visit;

import io.visitwatch.model.NoVisit;
import io.visitwatch.model.VisitStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one trigger of a sentence claims: a visit, or something that looks like one and why it is none.
 *
 * @param rule how it was read
 * @param mover who is said to move; null only when rejected
 * @param host whom he meets; null when none is named
 * @param spot where; null when the place only follows from the host or was said before
 * @param level how near to the watch
 * @param source what gave the place
 * @param status where the visit stands
 * @param old whether the sentence puts it long before the article
 * @param features named properties for the confidence
 * @param rejection why it is no visit; null for a claim
 * @param frame the sentence
 * @param at token of the trigger
 */
record Claim(
        Rule rule,
        @Nullable Actor mover,
        @Nullable Actor host,
        @Nullable Spot spot,
        Spot.Level level,
        PlaceSource source,
        VisitStatus status,
        boolean old,
        Set<String> features,
        NoVisit.@Nullable Reason rejection,
        Frame frame,
        int at) {
    /** How a claim was read. */
    enum Rule {
        ARRIVES,
        VISITS,
        SPEAKS_OF_VISIT,
        SETS_OUT,
        LEAVES,
        IS_THERE,
        RECEIVED_BY_HOST,
        MEETS,
        IS_BROUGHT,
        SPEAKS_THERE,
        GATHERS_THERE,
        HEADLINE,
        ACTS_THERE
    }

    /** What says where. */
    enum PlaceSource {
        /** The clause of the trigger. */
        CLAUSE,
        /** Another clause of the sentence. */
        SENTENCE,
        /** The host's seat. */
        HOST,
        /** An earlier sentence. */
        DISCOURSE,
        /** The dateline alone. */
        DATELINE
    }

    boolean accepted() {
        return rejection == null;
    }
}
