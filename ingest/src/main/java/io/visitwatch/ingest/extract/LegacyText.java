package io.visitwatch.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Weighs whether bytes make sense in a charset of one or two bytes a letter. */
final class LegacyText {
    private static final int SAMPLE = 64 * 1_024;
    /** Charsets tried when neither declaration nor statistics decide, likeliest first. */
    private static final List<String> COMMON =
            List.of("windows-1252", "windows-1256", "windows-1254", "windows-1251", "windows-31j", "GB18030");

    private LegacyText() {}

    /** True when decoding {@code body} gives letters rather than control characters and broken sequences. */
    static boolean isPlausible(byte[] body, Charset charset) {
        return score(body, charset) > 0.7;
    }

    /** The likeliest of the common charsets. */
    static Charset best(byte[] body) {
        Charset best = Charset.forName(COMMON.get(0));
        double most = -1;
        for (String name : COMMON) {
            Charset charset = Charset.forName(name);
            double score = score(body, charset);
            if (score > most + 0.02) {
                most = score;
                best = charset;
            }
        }
        return best;
    }

    /** Pages labelled with a standard use the letters of its Windows superset. */
    static Charset superset(Charset charset) {
        return switch (charset.name()) {
            case "ISO-8859-1" -> Charset.forName("windows-1252");
            case "ISO-8859-9" -> Charset.forName("windows-1254");
            case "Shift_JIS" -> Charset.forName("windows-31j");
            case "EUC-KR" -> Charset.forName("x-windows-949");
            case "GB2312", "GBK" -> Charset.forName("GB18030");
            default -> charset;
        };
    }

    /** Share of the letters beyond ASCII that are letters standing among letters of their own script. */
    private static double score(byte[] body, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharSequence text;
        try {
            text = decoder.decode(ByteBuffer.wrap(body, 0, Math.min(body.length, SAMPLE)));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder does not refuse", e);
        }
        int good = 0;
        int all = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                good += isGood(c, before) ? 1 : 0;
            }
            before = c;
        }
        return all == 0 ? 1 : (double) good / all;
    }

    private static boolean isGood(char c, char before) {
        if (c == 0xfffd || c < 0xa0 || Character.getType(c) == Character.PRIVATE_USE) {
            return false;
        }
        if (!Character.isLetter(c)) {
            return true;
        }
        // a capital right after a small letter is what wrong tables look like
        return !(Character.isUpperCase(c) && Character.isLowerCase(before))
                && !(c < 0x250 && before > 0x370 && Character.isLetter(before));
    }
}
