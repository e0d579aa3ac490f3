package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.text.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses out of feeds: absolute http(s), or none.
 *
 * <p>{@link java.net.URI} refuses what feeds are full of (spaces, letters beyond ASCII, brackets), so the few rules of RFC 3986
 * section 5 that matter are applied to text here, and nothing is decoded or encoded but blanks.
 */
final class FeedLinks {
    private FeedLinks() {}

    /** {@code reference} seen from {@code base}; null when the outcome is no http(s) address with a host. */
    static @Nullable String resolve(String base, @Nullable String reference) {
        if (reference == null) {
            return null;
        }
        String ref = tidy(reference);
        if (ref.isEmpty()) {
            return null;
        }
        int colon = schemeEnd(ref);
        if (colon > 0) {
            return absolute(ref, colon);
        }
        int baseColon = schemeEnd(base);
        if (baseColon <= 0 || absolute(tidy(base), baseColon) == null) {
            return null;
        }
        return absolute(join(tidy(base), baseColon, ref), baseColon);
    }

    /**
     * {@code reference} as a base for others: as {@link #resolve}, but what cannot be a base leaves {@code base} as it was.
     */
    static String rebase(String base, String reference) {
        String moved = resolve(base, reference);
        return moved == null ? base : moved;
    }

    /** True for text that starts like an absolute http(s) address. */
    static boolean looksAbsolute(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Drops line breaks and controls inside, blanks around; blanks inside become {@code %20}. */
    private static String tidy(String text) {
        String trimmed = text.strip();
        boolean clean = true;
        for (int i = 0; i < trimmed.length() && clean; i++) {
            char c = trimmed.charAt(i);
            clean = c > ' ' && c != 0x7F && c != '\\' && !PlainText.isControl(c);
        }
        if (clean) {
            return trimmed;
        }
        StringBuilder out = new StringBuilder(trimmed.length() + 8);
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c == ' ') {
                out.append("%20");
            } else if (c == '\\') {
                out.append('/');
            } else if (c > ' ' && c != 0x7F && !PlainText.isControl(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Index of the colon that ends a scheme, or -1. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
            if (!letter && !inner) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String absolute(String url, int colon) {
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("feed")) {
            String rest = url.substring(colon + 1);
            return rest.startsWith("//") ? absolute("http:" + rest, 4) : resolve("", rest);
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        int host = colon + 3;
        boolean hasHost =
                url.startsWith("//", colon + 1) && url.length() > host && "/?#:@".indexOf(url.charAt(host)) < 0;
        return hasHost ? url : null;
    }

    private static String join(String base, int colon, String ref) {
        if (ref.startsWith("//")) {
            return base.substring(0, colon + 1) + ref;
        }
        int authorityEnd = end(base, colon + 3, "/?#");
        if (ref.startsWith("/")) {
            return base.substring(0, authorityEnd) + dotless(ref);
        }
        int pathEnd = end(base, authorityEnd, "?#");
        if (ref.startsWith("?")) {
            return base.substring(0, pathEnd) + ref;
        }
        if (ref.startsWith("#")) {
            return base.substring(0, end(base, authorityEnd, "#")) + ref;
        }
        String path = base.substring(authorityEnd, pathEnd);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return base.substring(0, authorityEnd) + dotless((folder.isEmpty() ? "/" : folder) + ref);
    }

    private static int end(String text, int from, String stops) {
        for (int i = from; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Removes {@code .} and {@code ..} from the path of {@code pathAndRest}, which starts with a slash. */
    private static String dotless(String pathAndRest) {
        int pathEnd = end(pathAndRest, 0, "?#");
        String path = pathAndRest.substring(0, pathEnd);
        if (!path.contains("/.")) {
            return pathAndRest;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept) + pathAndRest.substring(pathEnd);
    }
}
