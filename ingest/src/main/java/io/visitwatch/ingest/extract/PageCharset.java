package io.visitwatch.ingest.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decides in which charset a page is written: byte order mark, then what the bytes themselves prove, then what header and page
 * declare, then statistics. A declaration that the bytes contradict is not believed.
 */
final class PageCharset {
    /** Where HTML must declare its charset, with room for pages that do it late. */
    private static final int DECLARATION = 4_096;
    /** Bytes looked at for statistics. */
    private static final int SAMPLE = 256 * 1_024;
    /** Malformed sequences among this many multi-byte ones that still count as UTF-8 with damage. */
    private static final int DAMAGE = 50;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;

    private static final Pattern DECLARED = Pattern.compile(
            "(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private PageCharset() {}

    /** The charset of {@code page}; UTF-8 when nothing says otherwise. */
    static Charset of(PageInput page) {
        Charset override = charset(page.charsetOverride());
        byte[] body = page.body();
        if (override != null) {
            return override;
        }
        Charset marked = byteOrderMark(body);
        if (marked != null) {
            return marked;
        }
        Charset wide = utf16WithoutMark(body);
        if (wide != null) {
            return wide;
        }
        int proof = utf8Proof(body);
        if (proof > 0) {
            return StandardCharsets.UTF_8;
        }
        Charset declared = charset(page.headerCharset());
        Charset meta = charset(declaration(body));
        if (proof == 0) {
            // ASCII alone: nothing to tell apart, unless escape sequences carry the letters
            Charset said = declared == null ? meta : declared;
            return said != null && isEscaped(said) ? said : StandardCharsets.UTF_8;
        }
        return legacy(body, declared, meta);
    }

    /** For bytes that are no UTF-8: a declaration if the bytes allow it, else what statistics say. */
    private static Charset legacy(byte[] body, @Nullable Charset declared, @Nullable Charset meta) {
        for (Charset said : new Charset[] {declared, meta}) {
            if (said != null
                    && !said.equals(StandardCharsets.UTF_8)
                    && !said.name().startsWith("UTF-")
                    && LegacyText.isPlausible(body, said)) {
                return LegacyText.superset(said);
            }
        }
        Charset guessed = guess(body);
        boolean wide = guessed != null && guessed.newEncoder().maxBytesPerChar() > 1;
        return guessed != null && wide && LegacyText.isPlausible(body, guessed)
                ? LegacyText.superset(guessed)
                : LegacyText.best(body);
    }

    private static @Nullable Charset byteOrderMark(byte[] body) {
        if (body.length >= 3 && at(body, 0) == 0xef && at(body, 1) == 0xbb && at(body, 2) == 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (body.length >= 2 && at(body, 0) == 0xfe && at(body, 1) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (body.length >= 2 && at(body, 0) == 0xff && at(body, 1) == 0xfe) {
            boolean utf32 = body.length >= 4 && at(body, 2) == 0 && at(body, 3) == 0;
            return utf32 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        return null;
    }

    /** Markup is ASCII, so in UTF-16 every second byte of it is zero. */
    private static @Nullable Charset utf16WithoutMark(byte[] body) {
        int length = Math.min(body.length, 400) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += body[i] == 0 ? 1 : 0;
            odd += body[i + 1] == 0 ? 1 : 0;
        }
        int many = Math.max(even, odd);
        if (length < 20 || many < 0.2 * length || Math.min(even, odd) * 5 > many) {
            return null;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /**
     * Whether the bytes prove UTF-8.
     *
     * @return 1 when multi-byte sequences are there and (nearly) all well-formed, 0 when all is ASCII, -1 when it is not UTF-8
     */
    static int utf8Proof(byte[] body) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < body.length; i++) {
            int b = body[i];
            if (b >= 0) {
                i = lastAscii(body, i);
                continue;
            }
            int more = (b & 0xe0) == 0xc0 && (b & 0x1e) != 0
                    ? 1
                    : (b & 0xf0) == 0xe0 ? 2 : (b & 0xf8) == 0xf0 && (b & 0x7) < 5 ? 3 : 0;
            int k = 1;
            while (k <= more && i + k < body.length && (body[i + k] & 0xc0) == 0x80) {
                k++;
            }
            if (more > 0 && k > more) {
                good++;
                i += more;
            } else if (more == 0 || i + k < body.length) {
                bad++; // a sequence cut by the end of the page is no error
            }
        }
        return good == 0 && bad == 0 ? 0 : good > bad * DAMAGE ? 1 : -1;
    }

    /** The end of a run of ASCII that begins at {@code from}, or a place before it, eight bytes at a time. */
    private static int lastAscii(byte[] body, int from) {
        int at = from + 1;
        while (at + Long.BYTES <= body.length && ((long) EIGHT.get(body, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        return at - 1;
    }

    private static @Nullable String declaration(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable Charset guess(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, Math.min(body.length, SAMPLE));
        detector.dataEnd();
        return charset(detector.getDetectedCharset());
    }

    /** The charset a label means on the web; null when it means none. */
    static @Nullable Charset charset(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        String web = switch (name) {
            case "latin1", "iso-8859-1", "iso8859-1", "iso_8859-1", "us-ascii", "ascii", "ansi", "cp1252", "x-cp1252" ->
                "windows-1252";
            case "iso-8859-9", "iso8859-9", "latin5", "iso_8859-9", "x-mac-turkish" -> "windows-1254";
            case "gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312" -> "GB18030";
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean" -> "x-windows-949";
            case "utf8", "utf_8", "unicode", "utf-8;" -> "UTF-8";
            case "arabic", "cp1256", "windows1256", "win-1256", "x-cp1256" -> "windows-1256";
            case "cp1251", "win-1251", "windows1251", "x-cp1251" -> "windows-1251";
            case "tis-620", "iso-8859-11" -> "x-windows-874";
            default -> name;
        };
        try {
            return Charset.isSupported(web) ? Charset.forName(web) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean isEscaped(Charset charset) {
        return charset.name().startsWith("ISO-2022");
    }

    private static int at(byte[] body, int index) {
        return body[index] & 0xff;
    }
}
