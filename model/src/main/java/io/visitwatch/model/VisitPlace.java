package io.visitwatch.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit takes place, seen from one watched place.
 *
 * @param watch id of the watched place ({@code baghdad})
 * @param level how near to it the text puts the visitor
 * @param id id of the place the text names, from the gazetteer ({@code baghdad}, {@code green-zone}, {@code iraq}, {@code erbil})
 * @param venue more exact words of the text inside the watched place ({@code the Green Zone}); null when none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitPlace(
        String watch, PlaceLevel level, String id, @Nullable String venue) {
    public VisitPlace {
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(id, "id");
    }
}
