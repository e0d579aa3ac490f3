package io.visitwatch.ingest.seen;

import io.visitwatch.ingest.extract.CanonicalUrl;
import io.visitwatch.ingest.feed.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hashes an entry is compared by.
 *
 * @param key of guid, else link, else title and date
 * @param link of the canonical link, without scheme and {@code www.}; 0 when there is none
 * @param title of the title; 0 when there is none
 * @param content of title and text, white space and trailing counters left out
 * @param telling whether there is text enough for the content alone to tell stories apart: "Morning briefing" comes every day
 */
record Fingerprints(long key, long link, long title, long content, boolean telling) {
    /** "(12)" after a title, "34 comments" after a text: they change with every visitor. */
    private static final Pattern COUNTER = Pattern.compile(
            "\\s*(?:[(\\[]\\s*\\p{Nd}+\\s*[)\\]]|\\p{Nd}+\\s*(?:comments?|views?|shares?|likes?|replies|تعليقات?|مشاهدة|نظر|yorum))\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    static Fingerprints of(Entry entry) {
        String link = bare(CanonicalUrl.of(entry.link(), null));
        String title = plain(entry.title());
        String body = plain(entry.summary() == null ? null : entry.summary().plain())
                + "\n"
                + plain(entry.content() == null ? null : entry.content().plain());
        return new Fingerprints(
                hash(identity(entry, link, title)),
                link.isEmpty() ? 0 : hash(link),
                title.isEmpty() ? 0 : hash(title),
                hash(title + "\n" + body),
                !title.isEmpty() && !body.isBlank());
    }

    /** The same hashes under a key that names the link too: for guids used twice. */
    Fingerprints withLinkInKey() {
        return new Fingerprints(
                hash(key + "\n" + link + "\n" + (link == 0 ? title : 0)), link, title, content, telling);
    }

    /** The same hashes without the link, where many entries share one. */
    Fingerprints withoutLink() {
        return new Fingerprints(key, 0, title, content, telling);
    }

    private static String identity(Entry entry, String link, String title) {
        if (entry.guid() != null && !entry.guid().isBlank()) {
            return "guid:" + entry.guid().strip();
        }
        return link.isEmpty() ? "title:" + title + "\n" + Objects.toString(entry.rawDate(), "") : "link:" + link;
    }

    private static String bare(@Nullable String url) {
        if (url == null) {
            return "";
        }
        String rest = url.substring(url.indexOf("://") + 3);
        rest = rest.startsWith("www.") ? rest.substring(4) : rest;
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String spaced = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return COUNTER.matcher(spaced).replaceFirst("");
    }

    /** First eight bytes of SHA-256, never 0. */
    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long value = ByteBuffer.wrap(digest).getLong();
            return value == 0 ? 1 : value;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
