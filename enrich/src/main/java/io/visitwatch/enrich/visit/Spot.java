package io.visitwatch.enrich.visit;

import org.jspecify.annotations.Nullable;

/**
 * A place in a sentence, seen from the watched place.
 *
 * @param start first token
 * @param end one past the last token
 * @param level how near to the watched place
 * @param id place in the gazetteer
 * @param venue exact place inside the watched one, as written; null when it is the watched place itself or none
 * @param role what the sentence does with it
 * @param loose whether it stands with another noun ({@code the war in Iraq}, {@code Iraq's elections}) rather than with the verb
 */
record Spot(
        int start,
        int end,
        Level level,
        String id,
        @Nullable String venue,
        Role role,
        boolean loose) {
    /** How near a place is. */
    enum Level {
        /** The watched place or inside it. */
        PLACE,
        /** The watched country, no place in it. */
        COUNTRY,
        /** Another place of the watched country. */
        ELSEWHERE,
        /** Another country. */
        ABROAD
    }

    /** What a sentence does with a place. */
    enum Role {
        IN,
        TO,
        FROM,
        NONE
    }

    /** The same place, standing with another noun. */
    Spot asLoose() {
        return new Spot(start, end, level, id, venue, role, true);
    }

    /** Whether being there counts for the watch. */
    boolean watched() {
        return level == Level.PLACE || level == Level.COUNTRY;
    }
}
