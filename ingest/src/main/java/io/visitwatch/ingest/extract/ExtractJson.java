package io.visitwatch.ingest.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.model.wire.Json;
import org.jspecify.annotations.Nullable;

/** The JSON form of one page in the answer of {@code extract DIR OUT}: a stable form that scorers read. */
public final class ExtractJson {
    private ExtractJson() {}

    /**
     * One page as {@code {articleBody, title, author, datePublished, url, language}} and, beside them, {@code dateModified},
     * {@code siteName}, {@code extractedBy} and {@code flags}; what the page does not state is null.
     */
    public static ObjectNode of(ExtractedPage page) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("articleBody", page.text());
        json.put("title", page.title());
        json.put("author", page.byline());
        json.put("datePublished", iso(page.published()));
        json.put("url", page.canonicalUrl());
        json.put("language", page.language());
        json.put("dateModified", iso(page.modified()));
        json.put("siteName", page.siteName());
        json.put("extractedBy", page.extractedBy());
        page.flags().forEach(json.putArray("flags")::add);
        return json;
    }

    private static @Nullable String iso(@Nullable PageDate date) {
        return date == null ? null : date.iso();
    }
}
