package io.visitwatch.ingest.fetch;

import io.visitwatch.ingest.fetch.FetchResult.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Reads status line and headers of an answer. */
final class Answers {
    private Answers() {}

    /** Headers by lower-case name; {@code Link} lines are joined, of others the first counts. Cookies are left out. */
    static Map<String, String> headers(HttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            String value = header.getValue() == null ? "" : header.getValue();
            if (name.equals("link")) {
                headers.merge(name, value, (a, b) -> a + ", " + b);
            } else if (!name.startsWith("set-cookie")) {
                headers.putIfAbsent(name, value);
            }
        }
        return Map.copyOf(headers);
    }

    /** Bytes of all header lines. */
    static long size(HttpResponse response) {
        long bytes = 0;
        for (Header header : response.getHeaders()) {
            bytes += header.getName().length() + 4L;
            bytes += header.getValue() == null ? 0 : header.getValue().length();
        }
        return bytes;
    }

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static Reason reason(int status, Map<String, String> headers) {
        if (headers.containsKey("cf-mitigated")) {
            return Reason.BLOCKED;
        }
        return switch (status) {
            case 401, 403, 451 -> Reason.BLOCKED;
            case 404 -> Reason.NOT_FOUND;
            case 410 -> Reason.GONE;
            case 429 -> Reason.TOO_MANY_REQUESTS;
            default -> status >= 500 ? Reason.SERVER_ERROR : Reason.CLIENT_ERROR;
        };
    }
}
