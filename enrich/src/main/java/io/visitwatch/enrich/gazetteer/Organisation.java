package io.visitwatch.enrich.gazetteer;

import java.util.Locale;
import java.util.Objects;

/**
 * A body people act for.
 *
 * @param id id, for international bodies the acronym in lower case ({@code un}, {@code unami})
 * @param name English name
 * @param actsFor ISO 3166-1 alpha-2 code of the state, or acronym of the international organisation, its people represent;
 *     empty for bodies without official standing
 * @param role how its people count when they are met in the country it works in
 */
public record Organisation(String id, String name, String actsFor, Role role) {
    public Organisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(actsFor, "actsFor");
        Objects.requireNonNull(role, "role");
    }

    /** How the people of an organisation count. */
    public enum Role {
        /** Intergovernmental: its people are officials when they travel. */
        INTERNATIONAL,
        /** An arm of one state. */
        STATE,
        /** A mission stationed in the country ({@code actsFor} says whose): doing its work there is no visit. */
        RESIDENT,
        /** Iraq's own, or whichever state {@code actsFor} names. */
        DOMESTIC,
        /** Without official standing: aid agencies, companies, churches' charities, armed groups without a state. */
        NONOFFICIAL;

        static Role of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
