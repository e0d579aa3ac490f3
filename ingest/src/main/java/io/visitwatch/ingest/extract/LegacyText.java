package io.visitwatch.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Weighs whether bytes make sense in a charset older than Unicode, and which one suits them best. */
final class LegacyText {
    private static final int SAMPLE = 64 * 1_024;
    private static final double PLAUSIBLE = 0.7;
    /** Share of bytes beyond ASCII standing together that only texts of other alphabets reach. */
    private static final double OTHER_ALPHABET = 0.6;
    /** Share of bytes beyond ASCII that only Turkish gives to its own letters. */
    private static final double TURKISH = 0.35;

    /** The commonest letters of an alphabet make up most of any text in it, and little of a text wrongly decoded into it. */
    private record Alphabet(Charset charset, String commonest) {}

    private static final String ARABIC = "اليمونرتبعدهسأ";
    private static final String CYRILLIC = "оеаинтсрвлкмд";
    private static final List<Alphabet> ALPHABETS = List.of(
            new Alphabet(Charset.forName("windows-1256"), ARABIC),
            new Alphabet(Charset.forName("windows-1251"), CYRILLIC),
            new Alphabet(Charset.forName("KOI8-R"), CYRILLIC),
            new Alphabet(Charset.forName("ISO-8859-6"), ARABIC),
            new Alphabet(Charset.forName("windows-1255"), "יוהלארתבמשנע"),
            new Alphabet(Charset.forName("windows-1253"), "αοιετσνηρπκμ"),
            new Alphabet(Charset.forName("x-windows-874"), "านรอกเงมยล"));

    private LegacyText() {}

    /** True when decoding {@code body} gives letters rather than control characters and broken sequences. */
    static boolean isPlausible(byte[] body, Charset charset) {
        boolean latin = charset.name().matches("windows-125[0247]|ISO-8859-(?:1|2|3|4|9|10|13|14|15|16)|US-ASCII");
        if (latin && together(body) > OTHER_ALPHABET) {
            return false;
        }
        return score(decode(body, charset)) > PLAUSIBLE;
    }

    /** The likeliest charset of one byte a letter. */
    static Charset best(byte[] body) {
        if (together(body) <= OTHER_ALPHABET) {
            return Charset.forName(turkish(body) > TURKISH ? "windows-1254" : "windows-1252");
        }
        Charset best = ALPHABETS.get(0).charset();
        double most = -1;
        for (Alphabet alphabet : ALPHABETS) {
            CharSequence text = decode(body, alphabet.charset());
            double coverage = coverage(text, alphabet.commonest()) * score(text);
            if (coverage > most) {
                most = coverage;
                best = alphabet.charset();
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

    /** Share of the bytes beyond ASCII that stand beside another: low for Latin letters with marks, high for other alphabets. */
    private static double together(byte[] body) {
        int all = 0;
        int beside = 0;
        for (int i = 0; i < Math.min(body.length, SAMPLE); i++) {
            if (body[i] < 0) {
                all++;
                beside += (i > 0 && body[i - 1] < 0) || (i + 1 < body.length && body[i + 1] < 0) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) beside / all;
    }

    /** Share of the bytes beyond ASCII that are letters of Turkish where western Europe has letters of Icelandic. */
    private static double turkish(byte[] body) {
        int all = 0;
        int own = 0;
        for (int i = 0; i < Math.min(body.length, SAMPLE); i++) {
            if (body[i] < 0) {
                all++;
                int b = body[i] & 0xff;
                own += b == 0xfd || b == 0xfe || b == 0xf0 || b == 0xdd || b == 0xde || b == 0xd0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) own / all;
    }

    private static double coverage(CharSequence text, String commonest) {
        int all = 0;
        int common = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                common += commonest.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }

    /** Share of the characters beyond ASCII that are letters standing among letters of their own script. */
    private static double score(CharSequence text) {
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

    private static CharSequence decode(byte[] body, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try {
            return decoder.decode(ByteBuffer.wrap(body, 0, Math.min(body.length, SAMPLE)));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder does not refuse", e);
        }
    }

    private static boolean isGood(char c, char before) {
        if (c == 0xfffd || c < 0xa0 || Character.getType(c) == Character.PRIVATE_USE) {
            return false;
        }
        if (!Character.isLetter(c)) {
            return true;
        }
        // a capital right after a small letter is what wrong tables look like
        boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
        boolean mixed = c < 0x250 && before > 0x370 && Character.isLetter(before);
        return !hump && !mixed;
    }
}
