package io.visitwatch.app.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param items the part
 * @param next id to send as {@code after} for the next part; null when this is the last
 * @param total length of the whole list
 */
public record Page<T>(List<T> items, @Nullable String next, int total) {
    static final int STANDARD = 50;
    static final int MOST = 500;

    /**
     * Cuts out what {@code limit} and {@code after} ask for.
     *
     * @throws ApiProblem when they make no sense
     */
    static <T> Page<T> of(Context context, List<T> all, Function<T, String> id) {
        int limit = limit(context.queryParam("limit"));
        int from = from(context.queryParam("after"), all, id);
        int to = Math.min(all.size(), from + limit);
        List<T> items = List.copyOf(all.subList(from, to));
        return new Page<>(items, to < all.size() ? id.apply(all.get(to - 1)) : null, all.size());
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return STANDARD;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new ApiProblem(400, "limit '" + text + "' is not between 1 and " + MOST);
        }
        return limit;
    }

    private static <T> int from(@Nullable String after, List<T> all, Function<T, String> id) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new ApiProblem(400, "after '" + after + "' is in this list no more: begin again without it");
    }
}
