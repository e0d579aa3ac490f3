package io.visitwatch.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text: gzip noticed by its magic number, then the encoding by byte order mark, by the pattern of NUL bytes, by whether
 * the bytes are UTF-8, by the labels in header and XML declaration, and last by a statistical guess.
 *
 * <p>UTF-8 comes before the labels, since bytes that are valid UTF-8 beyond ASCII practically never mean anything else, while
 * labels are wrong daily.
 *
 * @param text the document
 * @param repaired true when bytes had to be replaced, or the compressed stream broke off
 * @param tooLarge true when the cap on decoded bytes was reached; {@code text} is empty then
 */
record FeedText(CharBuffer text, boolean repaired, boolean tooLarge) {
    private static final byte[] EBCDIC_XML = {0x4C, 0x6F, (byte) 0xA7, (byte) 0x94};

    static FeedText decode(byte[] body, @Nullable String contentType) {
        byte[] bytes = body;
        boolean cut = false;
        if (body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream(64 << 10);
            cut = !gunzip(body, plain);
            bytes = plain.toByteArray();
        }
        if (bytes.length > FeedReader.MAX_BYTES) {
            return new FeedText(CharBuffer.allocate(0), false, true);
        }
        FeedText decoded = decodeText(bytes, contentType);
        return cut ? new FeedText(decoded.text, true, false) : decoded;
    }

    /** Inflates up to one byte over the cap; false when the stream broke off. */
    private static boolean gunzip(byte[] body, ByteArrayOutputStream plain) {
        byte[] buffer = new byte[8192];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            int n;
            while (plain.size() <= FeedReader.MAX_BYTES && (n = in.read(buffer)) > 0) {
                plain.write(buffer, 0, n);
            }
            return true;
        } catch (IOException broken) {
            // What came before the break is still news; the flag tells the caller.
            return false;
        }
    }

    private static FeedText decodeText(byte[] b, @Nullable String contentType) {
        Charset wide = wideCharset(b);
        if (wide != null) {
            return whole(b, wide);
        }
        if (b.length >= 4 && Arrays.equals(Arrays.copyOf(b, 4), EBCDIC_XML)) {
            Charset declared =
                    CharsetLabels.declared(new String(b, 0, Math.min(b.length, 256), Charset.forName("IBM037")));
            return whole(b, declared == null ? Charset.forName("IBM037") : declared);
        }
        Charset header = CharsetLabels.ofContentType(contentType);
        Charset declared =
                CharsetLabels.declared(new String(b, 0, Math.min(b.length, 1024), StandardCharsets.ISO_8859_1));
        Charset label = declared == null ? header : declared;
        boolean asciiInDisguise = label != null && (CharsetLabels.isEscaped(label) || CharsetLabels.isCjk(label));
        CharBuffer utf8 = Utf8.decode(b);
        if (utf8 != null && !asciiInDisguise) {
            return new FeedText(utf8, false, false);
        }
        Utf8Census census = Utf8Census.of(b);
        if (census.bad() == 0) {
            boolean trustLabel = label != null
                    && (census.good() == 0
                            ? CharsetLabels.isEscaped(label)
                            : census.couldBeChance() && CharsetLabels.isCjk(label));
            return whole(b, trustLabel && label != null ? label : StandardCharsets.UTF_8);
        }
        if (census.good() >= 2 * census.bad()) {
            return text(new String(b, StandardCharsets.UTF_8), true);
        }
        return byLabel(b, header, declared);
    }

    private static FeedText byLabel(byte[] b, @Nullable Charset header, @Nullable Charset declared) {
        // Servers put "iso-8859-1" on everything by default, so the document's own word comes first then.
        boolean headerIsDefault = header != null && CharsetLabels.isServerDefault(header);
        Charset[] order = headerIsDefault ? new Charset[] {declared, header} : new Charset[] {header, declared};
        for (Charset label : order) {
            if (label != null && !label.equals(StandardCharsets.UTF_8) && isClean(b, label)) {
                return whole(b, label);
            }
        }
        Charset guess = guess(b);
        if (guess != null && isClean(b, guess)) {
            return whole(b, guess);
        }
        for (Charset label : order) {
            if (label != null && !label.equals(StandardCharsets.UTF_8)) {
                return text(new String(b, label), true);
            }
        }
        return text(new String(b, Charset.forName("windows-1252")), true);
    }

    private static @Nullable Charset guess(byte[] b) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(b, 0, Math.min(b.length, 64 << 10));
        detector.dataEnd();
        return CharsetLabels.lookup(detector.getDetectedCharset());
    }

    private static boolean isClean(byte[] b, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(b));
            return true;
        } catch (CharacterCodingException notThisOne) {
            return false;
        }
    }

    private static FeedText whole(byte[] b, Charset charset) {
        return text(new String(b, charset), false);
    }

    private static FeedText text(String decoded, boolean repaired) {
        return new FeedText(CharBuffer.wrap(decoded.toCharArray()), repaired, false);
    }

    /** A two- or four-byte encoding, told by its byte order mark or by where the NULs are; null for all others. */
    private static @Nullable Charset wideCharset(byte[] b) {
        if (b.length < 4) {
            return null;
        }
        int first = ((b[0] & 0xFF) << 24) | ((b[1] & 0xFF) << 16) | ((b[2] & 0xFF) << 8) | (b[3] & 0xFF);
        if (first == 0x0000FEFF || isUnit(b, "000x000x")) {
            return Charset.forName("UTF-32BE");
        }
        if (first == 0xFFFE0000 || isUnit(b, "x000x000")) {
            return Charset.forName("UTF-32LE");
        }
        if (first >>> 16 == 0xFEFF || isUnit(b, "0x0x0x")) {
            return StandardCharsets.UTF_16BE;
        }
        if (first >>> 16 == 0xFFFE || isUnit(b, "x0x0x0")) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    /** True when the bytes start with this pattern of NULs ({@code 0}) and others ({@code x}): markup starts with ASCII. */
    private static boolean isUnit(byte[] b, String pattern) {
        if (b.length < pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if ((b[i] == 0) != (pattern.charAt(i) == '0')) {
                return false;
            }
        }
        return true;
    }

    /**
     * How far bytes are UTF-8.
     *
     * @param good well-formed sequences of more than one byte
     * @param longer those of more than two bytes
     * @param bad bytes that fit nowhere; a sequence cut by the end does not count
     */
    private record Utf8Census(int good, int longer, int bad) {
        static Utf8Census of(byte[] b) {
            int good = 0;
            int longer = 0;
            int bad = 0;
            int i = 0;
            while (i < b.length) {
                if (b[i] >= 0) {
                    i++;
                    continue;
                }
                int size = Utf8.size(b[i] & 0xFF);
                int follow = 1;
                while (follow < size && i + follow < b.length && (b[i + follow] & 0xC0) == 0x80) {
                    follow++;
                }
                if (size > 1 && follow == size) {
                    good++;
                    longer += size > 2 ? 1 : 0;
                    i += size;
                } else if (size > 1 && i + follow == b.length) {
                    i = b.length;
                } else {
                    bad++;
                    i++;
                }
            }
            return new Utf8Census(good, longer, bad);
        }

        /** A few two-byte sequences turn up by chance in East Asian encodings. */
        boolean couldBeChance() {
            return longer == 0 && good <= 4;
        }
    }
}
