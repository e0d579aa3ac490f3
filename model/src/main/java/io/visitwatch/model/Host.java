package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the watched country who receives the visitor.
 *
 * @param id entity id, or an office id ({@code office:IQ:prime-minister}) when no name is given
 * @param name name as written; empty when only the office is given
 * @param officeKind kind of office; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Host(String id, String name, @Nullable String officeKind) {
    public Host {
        Objects.requireNonNull(id, "id");
        name = Objects.requireNonNullElse(name, "");
    }
}
