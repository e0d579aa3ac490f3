package io.visitwatch.ingest.text;

/** What must be known of a script to measure text in it. */
public final class Script {
    /** How many letters of a spaced script say as much as one without. */
    public static final int UNSPACED = 3;

    private Script() {}

    /** How many letters of an alphabet a letter says as much as: a Korean syllable two, a letter of an unspaced script three. */
    public static int weight(int c) {
        if (c >= 0xac00 && c < 0xd7b0) {
            return 2;
        }
        return isUnspaced(c) ? UNSPACED : 1;
    }

    /** True for letters of scripts written without blanks between words: Han, Kana, Thai, Lao, Khmer, Burmese. */
    public static boolean isUnspaced(int c) {
        if (c < 0x0e00) {
            return false;
        }
        return c < 0x0f00
                || (c >= 0x1000 && c < 0x10a0)
                || (c >= 0x1780 && c < 0x1800)
                || (c >= 0x3040 && c < 0x3100)
                || (c >= 0x31f0 && c < 0x3200)
                || (c >= 0x3400 && c < 0xa000)
                || (c >= 0xf900 && c < 0xfb00)
                || (c >= 0xff66 && c < 0xffa0)
                || (c >= 0x20000 && c < 0x32000);
    }
}
