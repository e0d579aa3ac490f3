package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A foreign official on a visit.
 *
 * @param id entity id: a Wikidata id where the gazetteer knows one ({@code Q…}), else made from normalised name and country;
 *     for a visitor without a name, made from country and office ({@code office:IR:foreign-minister}, {@code delegation:KW})
 * @param name name as the text gives it, best full form; empty when the text names only the office or a delegation
 * @param country ISO 3166-1 alpha-2 code of the state, or the acronym of the organisation ({@code UN}, {@code EU}, {@code NATO},
 *     {@code LAS}), acted for
 * @param officeKind kind of office from the gazetteer ({@code head-of-state}, {@code foreign-minister}, {@code envoy},
 *     {@code delegation}, …); null when unknown
 * @param role words of the text for the office; null when it gives none
 * @param rank 1 head of state or government, 2 minister or head of an organisation, 3 deputy minister, envoy or commander,
 *     4 member of parliament or senior official, 5 other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Visitor(
        String id,
        String name,
        String country,
        @Nullable String officeKind,
        @Nullable String role,
        int rank) {
    public Visitor {
        Objects.requireNonNull(id, "id");
        name = Objects.requireNonNullElse(name, "");
        country = Objects.requireNonNullElse(country, "");
    }

    /** Whether the text named this visitor, rather than an office or a delegation only. */
    public boolean named() {
        return !name.isEmpty();
    }
}
