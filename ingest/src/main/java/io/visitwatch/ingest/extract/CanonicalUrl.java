package io.visitwatch.ingest.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for one address: http(s) only, host in lower case, no default port, no user part, no fragment, no tracking
 * parameters, the remaining parameters in their order. Path and parameter values stay as they are: servers tell them apart.
 */
public final class CanonicalUrl {
    private static final int MAX_LENGTH = 2_000;

    /** Parameters that name the way a reader came, never the article. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "__hstc",
            "__hssc",
            "hsctatracking",
            "vero_id",
            "vero_conv",
            "oly_enc_id",
            "oly_anon_id",
            "rb_clickid",
            "s_cid",
            "s_kwcid",
            "cmpid",
            "cmp",
            "ncid",
            "icid",
            "ocid",
            "smid",
            "smtyp",
            "sr_share",
            "spm",
            "wickedid",
            "zanpid",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_link_id",
            "at_link_type",
            "at_link_origin",
            "at_format",
            "at_bbc_team",
            "at_ptr_name",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "ftag",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "traffic_source",
            "partner",
            "sref",
            "src_ref",
            "ref_src",
            "ref_url",
            "feature",
            "taid",
            "soc_src",
            "soc_trk",
            "wt_mc",
            "wt_zmc",
            "mtm_campaign",
            "mtm_source",
            "mtm_medium",
            "pk_campaign",
            "pk_kwd",
            "pk_source",
            "pk_medium",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "ns_fee",
            "cid_source",
            "share_source",
            "rss",
            "feedtype",
            "feedname",
            "tblci",
            "obclid",
            "dicbo");

    private CanonicalUrl() {}

    /**
     * The canonical spelling of an address.
     *
     * @param url an address, absolute or relative to {@code base}; null gives null
     * @param base address it was found at; null when {@code url} must stand alone
     * @return absolute http(s) address, or null when there is none to be made
     */
    public static @Nullable String of(@Nullable String url, @Nullable String base) {
        if (url == null || url.isBlank() || url.length() > MAX_LENGTH) {
            return null;
        }
        URI uri = parse(url.strip());
        if (uri != null && !uri.isAbsolute() && base != null) {
            URI origin = parse(base.strip());
            uri = origin == null || origin.isOpaque() ? null : origin.resolve(uri);
        }
        if (uri == null || uri.getScheme() == null || uri.getHost() == null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        return spell(scheme, uri);
    }

    private static String spell(String scheme, URI uri) {
        StringBuilder out = new StringBuilder(scheme).append("://").append(host(uri));
        int port = uri.getPort();
        if (port >= 0 && port != (scheme.equals("https") ? 443 : 80)) {
            out.append(':').append(port);
        }
        String path = uri.normalize().getRawPath();
        out.append(path == null || path.isEmpty() ? "/" : path);
        String query = query(uri.getRawQuery());
        if (!query.isEmpty()) {
            out.append('?').append(query);
        }
        return out.toString();
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String pair : raw.replace("&amp;", "&").split("&", -1)) {
            String name = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='));
            if (!name.isEmpty() && !isTracking(name.toLowerCase(Locale.ROOT))) {
                kept.add(pair);
            }
        }
        return String.join("&", kept);
    }

    private static boolean isTracking(String name) {
        return name.startsWith("utm_") || name.startsWith("utm-") || TRACKING.contains(name);
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url.startsWith("//") ? "https:" + url : escape(url));
        } catch (URISyntaxException e) {
            return null; // an address nobody can follow is no address; the caller falls back to the next witness
        }
    }

    /** Escapes what addresses in the wild leave bare: blanks, quotes, brackets, letters beyond ASCII. */
    private static String escape(String url) {
        int plain = 0;
        while (plain < url.length() && isPlain(url.charAt(plain))) {
            plain++;
        }
        if (plain == url.length()) {
            return url;
        }
        StringBuilder out = new StringBuilder(url.length() + 16);
        url.codePoints().forEach(c -> {
            if (isPlain(c)) {
                out.append((char) c);
            } else if (c >= ' ') {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
    }
}
