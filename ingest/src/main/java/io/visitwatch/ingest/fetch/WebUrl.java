package io.visitwatch.ingest.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that may be fetched, read once: the host that is checked and the host that is connected to come from this parse.
 *
 * <p>Characters outside ASCII in path and query are percent-encoded and international host names turned to their ASCII form, as
 * browsers do. Numbers that merely look like an IPv4 address ({@code 127.1}, {@code 0x7f.1}, {@code 2130706433},
 * {@code 0177.0.0.1}) are refused: readers disagree about them.
 *
 * @param uri absolute http or https URI without user info and fragment
 * @param host lower-case ASCII host name or address literal, IPv6 without brackets
 * @param port effective port
 */
public record WebUrl(URI uri, String host, int port) {
    /** Ports allowed when nothing else is configured. */
    public static final Set<Integer> STANDARD_PORTS = Set.of(80, 443, 8080, 8443);

    private static final int MAX_LENGTH = 8_192;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    /**
     * Reads an absolute address.
     *
     * @param text the address as configured or found
     * @param allowedPorts ports that may be connected to
     * @throws BadUrlException when it must not be fetched, saying why
     */
    public static WebUrl parse(String text, Set<Integer> allowedPorts) throws BadUrlException {
        String trimmed = text.strip();
        refuseOddCharacters(trimmed);
        URI uri = uri(encode(trimmed), trimmed);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new BadUrlException("only http and https are fetched: " + shorten(trimmed));
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0)) {
            throw new BadUrlException("user info in the URL is refused, configure credentials instead");
        }
        String host = host(uri, trimmed);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        if (!allowedPorts.contains(port)) {
            throw new BadUrlException("port " + port + " is not allowed: " + shorten(trimmed));
        }
        return new WebUrl(rebuilt(uri, scheme, host), host, port);
    }

    /** Resolves a redirect's {@code Location} (absolute or relative) against this address. */
    public WebUrl resolve(String location, Set<Integer> allowedPorts) throws BadUrlException {
        String trimmed = location.strip();
        refuseOddCharacters(trimmed);
        if (trimmed.isEmpty()) {
            throw new BadUrlException("empty Location");
        }
        URI target = uri(encode(trimmed), trimmed);
        URI resolved;
        try {
            resolved = trimmed.startsWith("?")
                    ? URI.create(withoutQuery() + target) // java.net.URI drops the last path segment here
                    : uri.resolve(target);
        } catch (IllegalArgumentException e) {
            throw new BadUrlException("unreadable redirect target " + shorten(trimmed), e);
        }
        return parse(resolved.toString(), allowedPorts);
    }

    /** Scheme, host and port: what cookies and credentials belong to. */
    public String origin() {
        String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return uri.getScheme() + "://" + literal + ":" + port;
    }

    /** Whether the connection is encrypted. */
    public boolean secure() {
        return "https".equals(uri.getScheme());
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private String withoutQuery() {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private static void refuseOddCharacters(String text) throws BadUrlException {
        if (text.length() > MAX_LENGTH) {
            throw new BadUrlException("URL longer than " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\\') {
                throw new BadUrlException(String.format(
                        Locale.ROOT,
                        "URL holds %s at position %d",
                        c == '\\' ? "a backslash" : "a control character",
                        i));
            }
        }
    }

    private static URI uri(String encoded, String original) throws BadUrlException {
        try {
            return new URI(encoded);
        } catch (URISyntaxException e) {
            throw new BadUrlException("not a URL: " + shorten(original), e);
        }
    }

    private static String host(URI uri, String original) throws BadUrlException {
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new BadUrlException("URL without a readable host: " + shorten(original));
        }
        host = host.toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            if (host.indexOf('%') >= 0) {
                throw new BadUrlException("IPv6 zone in the URL is refused: " + shorten(original));
            }
            return host.substring(1, host.length() - 1);
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches() && !DOTTED_QUAD.matcher(name).matches()) {
            throw new BadUrlException("ambiguous IPv4 form: " + host);
        }
        return name;
    }

    private static URI rebuilt(URI uri, String scheme, String host) throws BadUrlException {
        StringBuilder out = new StringBuilder(scheme).append("://");
        out.append(host.indexOf(':') >= 0 ? "[" + host + "]" : host);
        if (uri.getPort() >= 0) {
            out.append(':').append(uri.getPort());
        }
        String path = uri.getRawPath();
        out.append(path == null || path.isEmpty() ? "/" : path);
        if (uri.getRawQuery() != null) {
            out.append('?').append(uri.getRawQuery());
        }
        return uri(out.toString(), out.toString());
    }

    /** Percent-encodes what a URI may not hold, and turns an international host name to ASCII. */
    private static String encode(String text) throws BadUrlException {
        int from = text.indexOf("//");
        int end = from < 0 ? -1 : endOfAuthority(text, from + 2);
        if (from < 0 || text.substring(from, end).chars().allMatch(c -> c < 0x80)) {
            return percentEncoded(text);
        }
        String authority = text.substring(from + 2, end);
        int colon = authority.lastIndexOf(':');
        String port = colon >= 0 ? authority.substring(colon) : "";
        String name = colon >= 0 ? authority.substring(0, colon) : authority;
        try {
            return text.substring(0, from + 2)
                    + IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES)
                    + port
                    + percentEncoded(text.substring(end));
        } catch (IllegalArgumentException e) {
            throw new BadUrlException("host name is not a legal domain: " + shorten(text), e);
        }
    }

    private static int endOfAuthority(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return text.length();
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int fragment = text.indexOf('#');
        String kept = fragment < 0 ? text : text.substring(0, fragment);
        for (int i = 0; i < kept.length(); ) {
            int point = kept.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x80 && legal(kept, (char) point, i)) {
                out.append((char) point);
            } else {
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
            }
        }
        return out.toString();
    }

    private static boolean legal(String text, char c, int next) {
        if (c == '%') {
            return next + 1 < text.length()
                    && Character.digit(text.charAt(next), 16) >= 0
                    && Character.digit(text.charAt(next + 1), 16) >= 0;
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LEGAL.indexOf(c) >= 0;
    }

    private static String shorten(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** Why an address is not fetched, in words for the operator. */
    public static final class BadUrlException extends Exception {
        private static final long serialVersionUID = 1L;

        BadUrlException(String message) {
            super(message);
        }

        BadUrlException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
