package io.visitwatch.enrich.gazetteer;

import java.util.Objects;

/**
 * A kind of office.
 *
 * @param kind id ({@code foreign-minister})
 * @param rank 1 head of state or government, 2 minister or head of an organisation, 3 deputy minister, envoy or commander,
 *     4 member of parliament or senior official, 5 other
 * @param resident true when its holder is stationed where he works (ambassador, head of mission): his ordinary job is no visit
 * @param single true when a state has one holder at a time, so that the office alone names a person on a given day
 */
public record Office(String kind, int rank, boolean resident, boolean single) {
    public Office {
        Objects.requireNonNull(kind, "kind");
        if (rank < 1 || rank > 5) {
            throw new IllegalArgumentException("office " + kind + " has rank " + rank + ", allowed are 1 to 5");
        }
    }
}
