package io.visitwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.ingest.text.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Article text in the JSON some pages carry to build themselves from in the browser: read only when the page shows none. */
final class PageState {
    private static final Pattern TEXT_KEY =
            Pattern.compile("body|content|text|html|paragraph|value|copy|story", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OTHERS = Set.of(
            "comments",
            "related",
            "recommended",
            "footer",
            "navigation",
            "menu",
            "promo",
            "translations",
            "messages",
            "config",
            "consent");
    private static final int SHORTEST = 60;
    private static final int MAX_LENGTH = 200_000;
    private static final int MAX_DEPTH = 60;

    private PageState() {}

    /** The longest run of article-like strings that stand together in one of {@code scripts}; empty when there is none. */
    static String text(List<String> scripts) {
        String best = "";
        for (String script : scripts) {
            JsonNode root = JsonLd.parse(script);
            if (root != null) {
                List<String> strings = new ArrayList<>();
                collect(root, "", 0, strings);
                String text = String.join("\n\n", strings);
                best = text.length() > best.length() ? text : best;
            }
        }
        return best;
    }

    private static void collect(JsonNode node, String key, int depth, List<String> to) {
        if (depth > MAX_DEPTH || to.size() > 2_000) {
            return;
        }
        if (node.isTextual() && TEXT_KEY.matcher(key).find()) {
            String value = node.asText();
            String text =
                    value.length() < SHORTEST / 3 || value.length() > MAX_LENGTH ? "" : HtmlText.paragraphs(value);
            if (isProse(text) && !to.contains(text)) {
                to.add(text);
            }
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, key, depth + 1, to));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!OTHERS.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                    collect(field.getValue(), field.getKey(), depth + 1, to);
                }
            }
        }
    }

    private static boolean isProse(String text) {
        int marks = 0;
        int unspaced = 0;
        for (int i = 0; i < text.length(); i++) {
            marks += TextBlock.isSentenceEnd(text.charAt(i)) ? 1 : 0;
            unspaced += Script.isUnspaced(text.charAt(i)) ? 1 : 0;
        }
        boolean isLong = text.length() + unspaced * (Script.UNSPACED - 1) >= SHORTEST;
        boolean words = unspaced > 0 || text.indexOf(' ') > 0;
        return isLong && words && marks > 0 && !text.startsWith("http") && !text.startsWith("{");
    }
}
