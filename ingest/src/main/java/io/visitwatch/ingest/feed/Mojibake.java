package io.visitwatch.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that was UTF-8 once, was taken for Latin-1 by the publisher's software and encoded again ({@code Ã©} for {@code é}).
 * Undone only when every character is a byte and the bytes are UTF-8: no language writes that by intent.
 */
final class Mojibake {
    private Mojibake() {}

    static String undo(String text) {
        int lead = lead(text);
        if (lead < 0) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return text;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException real) {
            // Just accented letters side by side.
            return text;
        }
    }

    /** Where a character that could lead a UTF-8 sequence stands before one that could follow; -1 when nowhere. */
    private static int lead(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC2 && c <= 0xF4) {
                char next = text.charAt(i + 1);
                if (next >= 0x80 && next <= 0xBF) {
                    return i;
                }
            }
        }
        return -1;
    }
}
