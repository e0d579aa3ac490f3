package io.visitwatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of itself in JSON-LD.
 *
 * @param headline headline; null when not stated
 * @param body article text, often cut short; null when not stated
 * @param published raw text of {@code datePublished}; null when not stated
 * @param modified raw text of {@code dateModified}; null when not stated
 * @param authors names of persons or organisations, may be empty
 * @param publisher name of the publisher; null when not stated
 * @param language BCP 47 code; null when not stated
 * @param liveBlog true for a running ticker
 * @param free false when the article is said to be behind a paywall
 */
record JsonLd(
        @Nullable String headline,
        @Nullable String body,
        @Nullable String published,
        @Nullable String modified,
        List<String> authors,
        @Nullable String publisher,
        @Nullable String language,
        boolean liveBlog,
        boolean free) {
    static final JsonLd NONE = new JsonLd(null, null, null, null, List.of(), null, null, false, true);

    private static final int MAX_NODES = 5_000;
    private static final Set<String> ARTICLES = Set.of(
            "newsarticle",
            "article",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "askpublicnewsarticle",
            "blogposting",
            "liveblogposting",
            "socialmediaposting",
            "report",
            "scholarlyarticle",
            "techarticle",
            "advertisercontentarticle",
            "satiricalarticle");

    private static final ObjectMapper LENIENT = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    /** Reads the scripts of one page; scripts that are no JSON say nothing. */
    static JsonLd read(List<String> scripts) {
        List<JsonNode> articles = new ArrayList<>();
        for (String script : scripts) {
            JsonNode root = parse(script);
            if (root != null) {
                collect(root, articles);
            }
        }
        JsonNode best = null;
        int most = -1;
        for (JsonNode article : articles) {
            int said = (article.has("headline") ? 2 : 0)
                    + (article.has("datePublished") ? 2 : 0)
                    + (article.has("articleBody") ? 1 : 0);
            if (said > most) {
                most = said;
                best = article;
            }
        }
        return best == null ? NONE : of(best);
    }

    private static JsonLd of(JsonNode article) {
        List<String> authors = new ArrayList<>();
        names(article.has("author") ? article.get("author") : article.path("creator"), authors);
        List<String> publishers = new ArrayList<>();
        names(article.path("publisher"), publishers);
        String free = article.path("isAccessibleForFree").asText("true");
        return new JsonLd(
                text(article, article.has("headline") ? "headline" : "name"),
                text(article, "articleBody"),
                text(article, "datePublished"),
                text(article, "dateModified"),
                List.copyOf(authors),
                publishers.isEmpty() ? null : publishers.get(0),
                text(article, "inLanguage"),
                isType(article, Set.of("liveblogposting")),
                !free.equalsIgnoreCase("false"));
    }

    /** {@code script} as JSON, forgiving what pages get wrong; null when it is none. */
    static @Nullable JsonNode parse(String script) {
        String json = script.strip();
        if (json.startsWith("<!--") || json.startsWith("//<![CDATA[") || json.startsWith("<![CDATA[")) {
            int start = json.indexOf('{');
            int end = json.lastIndexOf('}');
            json = start >= 0 && end > start ? json.substring(start, end + 1) : json;
        }
        try {
            return json.isEmpty() ? null : LENIENT.readTree(json);
        } catch (JsonProcessingException e) {
            return null; // broken JSON-LD is common; the page still has its other witnesses
        }
    }

    /** All articles of a document, however wrapped: lists, {@code @graph}, {@code mainEntity}. */
    private static void collect(JsonNode root, List<JsonNode> to) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                if (isType(node, ARTICLES)) {
                    to.add(node);
                } else {
                    for (String name : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
                        if (node.has(name)) {
                            open.add(node.get(name));
                        }
                    }
                }
            }
        }
    }

    private static boolean isType(JsonNode node, Set<String> types) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOneOf(one, types)) {
                    return true;
                }
            }
            return false;
        }
        return isOneOf(type, types);
    }

    private static boolean isOneOf(JsonNode type, Set<String> types) {
        String name = type.asText("").toLowerCase(Locale.ROOT);
        return types.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private static void names(JsonNode node, List<String> to) {
        if (node.isArray()) {
            node.forEach(one -> names(one, to));
            return;
        }
        String name = node.isTextual() ? node.asText() : text(node, "name");
        if (name != null && !name.isBlank() && to.size() < 20 && !to.contains(name.strip())) {
            to.add(PlainText.line(Parser.unescapeEntities(name, false)));
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        if (value.isObject()) {
            value = value.has("@value") ? value.get("@value") : value.path("name");
        }
        String text = value.isValueNode() ? value.asText("") : "";
        return text.isBlank() || text.equals("null") ? null : text.strip();
    }
}
