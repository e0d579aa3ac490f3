package io.visitwatch.ingest.extract;

import java.util.List;

/**
 * The longest prose among the strings written out in scripts: articles that pages carry as arguments of functions, as JSON inside a
 * string or in tables of their own. Strings are read as JavaScript and JSON write them; what stands inside a string is looked through
 * again where it is quoted once more.
 */
final class ScriptStrings {
    private static final int MAX_SCRIPT = 2_000_000;
    private static final int MAX_DEPTH = 3;
    /** A string shorter than this is no article. */
    private static final int SHORTEST = 200;
    /** The same for a string without markup, of which scripts have many. */
    private static final int SHORTEST_PLAIN = 600;

    private static final double LETTERS = 0.75;

    /** Letters of strings looked at in one page: quotes that never end would have them looked at again and again. */
    private static final int MAX_STEPS = 20_000_000;

    private String best = "";
    private int steps;

    private ScriptStrings() {}

    /** That prose as paragraphs; empty when there is none. */
    static String prose(List<String> scripts) {
        ScriptStrings found = new ScriptStrings();
        for (String script : scripts) {
            found.read(script.substring(0, Math.min(script.length(), MAX_SCRIPT)), 0);
        }
        return found.best;
    }

    private void read(String source, int depth) {
        for (int i = 0; i < source.length() && steps < MAX_STEPS; i++) {
            char quote = source.charAt(i);
            if (quote == '"' || quote == '\'' || quote == '`') {
                int end = end(source, i + 1, quote);
                if (end < 0) {
                    continue; // an apostrophe of a comment, or a string cut off
                }
                if (end - i > SHORTEST) {
                    take(decode(source.substring(i + 1, end)), depth);
                }
                i = end;
            }
        }
    }

    /** Where the string ends, -1 when it does not on its line. */
    private int end(String source, int from, char quote) {
        for (int i = from; i < source.length() && steps < MAX_STEPS; i++, steps++) {
            char c = source.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\n' && quote != '`') {
                return -1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private void take(String string, int depth) {
        if (string.contains("\":") || string.contains("\",\"")) {
            if (depth < MAX_DEPTH) {
                read(string, depth + 1);
            }
        } else if (string.length() > best.length()) {
            String text = HtmlText.paragraphs(string);
            int least = string.contains("<p") ? SHORTEST : SHORTEST_PLAIN;
            if (text.length() >= least && text.length() > best.length() && isProse(text)) {
                best = text;
            }
        }
    }

    private static boolean isProse(String text) {
        int letters = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) || c == ' ' || Character.getType(c) == Character.NON_SPACING_MARK ? 1 : 0;
            marks += TextBlock.isSentenceEnd(c) ? 1 : 0;
        }
        return marks >= 2 && letters > LETTERS * text.length() && !text.contains("ookie") && !text.contains("{");
    }

    private static String decode(String literal) {
        if (literal.indexOf('\\') < 0) {
            return literal;
        }
        StringBuilder out = new StringBuilder(literal.length());
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '\\' || i + 1 == literal.length()) {
                out.append(c);
                continue;
            }
            char escape = literal.charAt(++i);
            int digits = escape == 'u' ? 4 : escape == 'x' ? 2 : 0;
            int code = digits == 0 ? -1 : hex(literal, i + 1, digits);
            if (code >= 0) {
                out.append((char) code);
                i += digits;
            } else {
                out.append(
                        switch (escape) {
                            case 'n', 'r' -> '\n';
                            case 't', 'b', 'f' -> ' ';
                            default -> escape;
                        });
            }
        }
        return out.toString();
    }

    private static int hex(String text, int from, int digits) {
        int code = from + digits <= text.length() ? 0 : -1;
        for (int i = from; code >= 0 && i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            code = digit < 0 ? -1 : code * 16 + digit;
        }
        return code;
    }
}
