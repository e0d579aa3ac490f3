package io.visitwatch.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), and what calls itself so: a missing version or an id that is a number is forgiven. */
final class JsonFeed {
    private JsonFeed() {}

    static FeedResult read(String text, String base) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            return Refusals.refused(
                    FeedResult.Kind.BROKEN, "JSON that breaks off or is malformed: " + broken.getOriginalMessage());
        }
        JsonNode items = root.path("items");
        boolean named = root.path("version").asText("").contains("jsonfeed.org");
        if (!items.isArray() && !named) {
            return Refusals.refused(FeedResult.Kind.NOT_A_FEED, "JSON without `items`: not a JSON Feed");
        }
        List<Entry> entries = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            if (item.isObject() && entries.size() < FeedReader.MAX_ENTRIES) {
                entries.add(entry(item, base));
            }
        }
        List<String> flags = items.size() > FeedReader.MAX_ENTRIES ? List.of("too-many-entries") : List.of();
        return new FeedResult.Read(head(root, base), entries, flags);
    }

    private static FeedHead head(JsonNode root, String base) {
        String description = string(root, "description");
        List<String> hubs = new ArrayList<>();
        for (JsonNode hub : root.path("hubs")) {
            String url = FeedLinks.resolve(base, string(hub, "url"));
            if (url != null) {
                hubs.add(url);
            }
        }
        return new FeedHead(
                FeedFormat.JSON,
                line(root, "title"),
                FeedLinks.resolve(base, string(root, "home_page_url")),
                FeedLinks.resolve(base, string(root, "feed_url")),
                description == null ? null : RichText.ofPlain(description),
                string(root, "language"),
                hubs,
                FeedPacing.NONE,
                new FeedPaging(
                        FeedLinks.resolve(base, string(root, "next_url")),
                        null,
                        null,
                        false,
                        root.path("expired").asBoolean(false)));
    }

    private static Entry entry(JsonNode item, String base) {
        String rawPublished = string(item, "date_published");
        String rawUpdated = string(item, "date_modified");
        String summary = string(item, "summary");
        String link = FeedLinks.resolve(base, string(item, "url"));
        String external = link == null ? FeedLinks.resolve(base, string(item, "external_url")) : link;
        String id = string(item, "id");
        boolean idIsLink = external == null && id != null && FeedLinks.looksAbsolute(id.strip());
        return new Entry(
                id,
                idIsLink ? FeedLinks.resolve(base, id) : external,
                line(item, "title"),
                date(rawPublished),
                rawPublished == null ? rawUpdated : rawPublished,
                date(rawUpdated),
                summary == null ? null : RichText.ofPlain(summary),
                content(item, base),
                author(item),
                string(item, "language"),
                tags(item),
                attachments(item, base));
    }

    private static @Nullable RichText content(JsonNode item, String base) {
        String html = string(item, "content_html");
        if (html != null) {
            return RichText.ofHtml(html, base);
        }
        String text = string(item, "content_text");
        return text == null ? null : RichText.ofPlain(text);
    }

    private static @Nullable Instant date(@Nullable String raw) {
        return raw == null ? null : FeedDates.parse(raw);
    }

    private static @Nullable String author(JsonNode item) {
        JsonNode authors = item.path("authors");
        JsonNode first = authors.isArray() && !authors.isEmpty() ? authors.get(0) : item.path("author");
        return first.isTextual() ? Markup.oneLine(first.asText()) : line(first, "name");
    }

    private static List<String> tags(JsonNode item) {
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode tag : item.path("tags")) {
            String name = Markup.oneLine(tag.asText(""));
            if (!name.isEmpty()) {
                tags.add(name);
            }
        }
        return List.copyOf(tags);
    }

    private static List<Entry.Enclosure> attachments(JsonNode item, String base) {
        List<Entry.Enclosure> enclosures = new ArrayList<>();
        for (JsonNode attachment : item.path("attachments")) {
            String url = FeedLinks.resolve(base, string(attachment, "url"));
            if (url != null) {
                enclosures.add(new Entry.Enclosure(
                        url,
                        string(attachment, "mime_type"),
                        attachment.path("size_in_bytes").asLong(-1)));
            }
        }
        return enclosures;
    }

    private static @Nullable String line(JsonNode node, String key) {
        String text = string(node, key);
        String line = text == null ? "" : Markup.oneLine(text);
        return line.isEmpty() ? null : line;
    }

    /** A text or a number as text; null when absent, empty or anything else. */
    private static @Nullable String string(JsonNode node, String key) {
        JsonNode value = node.path(key);
        String text = value.isTextual() || value.isNumber() ? value.asText() : "";
        return text.isBlank() ? null : text;
    }
}
