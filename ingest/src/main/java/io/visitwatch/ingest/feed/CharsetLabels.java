package io.visitwatch.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What publishers write where the name of an encoding belongs, and what they mean by it. */
final class CharsetLabels {
    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*[\"']?\\s*([^\"'\\s?>]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\"';,\\s]+)", Pattern.CASE_INSENSITIVE);

    /** The superset that is meant, as browsers read it, and names the JDK does not know. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"));

    private static final Set<String> CJK =
            Set.of("GB18030", "x-windows-949", "windows-31j", "Big5-HKSCS", "EUC-JP", "EUC-TW");

    private CharsetLabels() {}

    /** The encoding a label means; null for none, nonsense, or an encoding wider than the bytes have shown to be. */
    static @Nullable Charset lookup(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        Charset charset = supported(MEANT.getOrDefault(name, name));
        if (charset == null && name.startsWith("mac")) {
            // "mac_cyrillic", "macgreek": the JDK calls them x-MacCyrillic and x-MacGreek, letter case aside.
            charset = supported("x-mac" + name.substring(3).replaceFirst("^[-_]", ""));
        }
        if (charset == null) {
            return null;
        }
        String canonical = charset.name().toLowerCase(Locale.ROOT);
        Charset meant = MEANT.containsKey(canonical) ? supported(MEANT.get(canonical)) : charset;
        // Bytes in UTF-16 or UTF-32 are known by their NULs before any label is asked; the label alone is a mistake.
        return meant == null
                        || canonical.startsWith("utf-16")
                        || canonical.startsWith("utf-32")
                        || canonical.startsWith("x-utf")
                ? null
                : meant;
    }

    private static @Nullable Charset supported(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // An unknown label says nothing; the bytes are asked next.
            return null;
        }
    }

    /** The encoding in the first XML declaration of {@code head}; null when there is none. */
    static @Nullable Charset declared(String head) {
        return first(DECLARATION.matcher(head));
    }

    /** The first known encoding in a {@code Content-Type} header; null when there is none. */
    static @Nullable Charset ofContentType(@Nullable String contentType) {
        return contentType == null ? null : first(CHARSET.matcher(contentType));
    }

    private static @Nullable Charset first(Matcher matcher) {
        while (matcher.find()) {
            Charset charset = lookup(matcher.group(1));
            if (charset != null) {
                return charset;
            }
        }
        return null;
    }

    /** Labels web servers put on everything by default. */
    static boolean isServerDefault(Charset charset) {
        return charset.name().equals("windows-1252");
    }

    /** Encodings whose bytes are all ASCII. */
    static boolean isEscaped(Charset charset) {
        return charset.name().startsWith("ISO-2022") && !charset.equals(StandardCharsets.US_ASCII);
    }

    static boolean isCjk(Charset charset) {
        return CJK.contains(charset.name());
    }
}
