package io.visitwatch.ingest.feed;

import io.visitwatch.model.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line form of a feed result that {@code parse-feeds} prints: {@code {id, ok, error, feed, discovered, entries}}, with absent
 * values as null. Stable: scripts read it.
 */
public final class ParseFeedsJson {
    private ParseFeedsJson() {}

    /** One line of JSON for the case {@code id}. */
    public static String line(String id, FeedResult result) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("ok", result.ok());
        if (result instanceof FeedResult.Read read) {
            out.put("error", null);
            out.put("feed", feed(read.head()));
            out.put("discovered", List.of());
            List<Map<String, @Nullable Object>> entries =
                    new ArrayList<>(read.entries().size());
            for (Entry entry : read.entries()) {
                entries.add(entry(entry));
            }
            out.put("entries", entries);
            out.put("flags", read.flags());
        } else if (result instanceof FeedResult.Refused refused) {
            out.put("error", refused.cause());
            out.put("feed", null);
            out.put("discovered", refused.discovered());
            out.put("entries", List.of());
            out.put("flags", List.of());
        }
        return Json.write(out);
    }

    private static Map<String, @Nullable Object> feed(FeedHead head) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("title", head.title());
        out.put("link", head.link());
        out.put("description", html(head.description()));
        out.put("language", head.language());
        return out;
    }

    private static Map<String, @Nullable Object> entry(Entry entry) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("title", entry.title());
        out.put("link", entry.link());
        out.put("guid", entry.guid());
        out.put("published", text(entry.published()));
        out.put("updated", text(entry.updated()));
        out.put("summary", html(entry.summary()));
        out.put("content", html(entry.content()));
        out.put("author", entry.author());
        out.put("categories", entry.categories());
        return out;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String html(@Nullable RichText text) {
        return text == null ? null : text.html();
    }
}
