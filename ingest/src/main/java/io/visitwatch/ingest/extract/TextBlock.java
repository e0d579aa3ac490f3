package io.visitwatch.ingest.extract;

/**
 * A run of text between two block borders.
 *
 * @param text white space collapsed, line breaks of the page kept as {@code \n}
 * @param kind nearest element that gives the text a role
 * @param owner index in the {@link Outline} of the block element the text stands in
 * @param drops dropped elements around it
 * @param comments true inside readers' comments
 * @param weight length in letters; a letter of an unspaced script counts {@value io.visitwatch.ingest.text.Script#UNSPACED}
 * @param linkWeight the part of {@code weight} that is link text
 * @param sentences number of sentence ends and clause marks of any script
 */
record TextBlock(
        String text,
        ElementKind kind,
        int owner,
        int drops,
        boolean comments,
        int weight,
        int linkWeight,
        int sentences) {
    double linkShare() {
        return weight == 0 ? 0 : (double) linkWeight / weight;
    }

    boolean endsSentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (isSentenceEnd(c)) {
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    static boolean isSentenceEnd(char c) {
        return switch (c) {
            case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '．', ':', '：', '։', '።' -> true;
            default -> false;
        };
    }

    static boolean isClauseMark(char c) {
        boolean ascii = c >= '0' && (c <= '9' || (c > '?' && c < 0x80));
        if (ascii || (c >= 0x80 && c < 0x589) || (c > 0x61f && c < 0x6d4)) {
            return false; // letters of most texts there are
        }
        return switch (c) {
            case ',', ';', '،', '؛', '、', '，', '；' -> true;
            default -> isSentenceEnd(c);
        };
    }
}
