package io.visitwatch.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content of one element, one layer of XML undone.
 *
 * @param text characters, or re-written markup when elements stood inside
 * @param kind what the dialect says the text is
 * @param base where relative addresses in it start
 */
record Captured(String text, Kind kind, String base) {
    /** What a text is. */
    enum Kind {
        /** A less-than sign is one. */
        PLAIN,
        /** Markup. */
        HTML,
        /** RSS never says: markup when it looks like it. */
        EITHER
    }

    /** Reads Atom's {@code type} and {@code mode}; RSS has neither. */
    static Captured of(String text, boolean hasElements, @Nullable String type, @Nullable String mode, String base) {
        if (hasElements) {
            return new Captured(text, Kind.HTML, base);
        }
        String t = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        String decoded = isBase64(t, mode) ? base64(text) : text;
        return new Captured(decoded, kind(t), base);
    }

    private static Kind kind(String type) {
        if (type.equals("text") || type.equals("text/plain")) {
            return Kind.PLAIN;
        }
        return type.contains("html") ? Kind.HTML : Kind.EITHER;
    }

    private static boolean isBase64(String type, @Nullable String mode) {
        if (mode != null) {
            return mode.strip().equalsIgnoreCase("base64");
        }
        boolean media = type.indexOf('/') > 0;
        return media && !type.startsWith("text/") && !type.endsWith("xml") && !type.contains("html");
    }

    /** The decoded text, or the text itself when it is not base 64 of UTF-8. */
    private static String base64(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') >= 0 ? text : decoded;
        } catch (IllegalArgumentException notBase64) {
            // Labelled wrongly: the text is the best there is.
            return text;
        }
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** On one line, markup undone. */
    String oneLine() {
        return Markup.oneLine(text);
    }

    RichText rich() {
        return switch (kind) {
            case PLAIN -> RichText.ofPlain(text);
            case HTML -> RichText.ofHtml(text, base);
            case EITHER -> RichText.ofEither(text, base);
        };
    }
}
