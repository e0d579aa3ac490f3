package io.visitwatch.enrich.gazetteer;

import java.util.Objects;

/**
 * A state, or a territory that acts like one.
 *
 * @param code ISO 3166-1 alpha-2 code, {@code XK} for Kosovo
 * @param name English short name
 */
public record Country(String code, String name) {
    public Country {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
    }
}
