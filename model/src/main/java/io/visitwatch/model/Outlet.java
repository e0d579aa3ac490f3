package io.visitwatch.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes an article.
 *
 * @param name name as its readers know it
 * @param country ISO 3166-1 alpha-2 code of its home, which lends its nation to officials named without one; null when unknown
 * @param sourceClass what kind of voice it is
 */
public record Outlet(String name, @Nullable String country, SourceClass sourceClass) {
    public Outlet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sourceClass, "sourceClass");
    }
}
