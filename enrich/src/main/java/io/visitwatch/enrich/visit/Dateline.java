package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an article says it was filed: {@code BAGHDAD (Reuters) -}, {@code بغداد -}.
 *
 * @param spot the place
 * @param end one past the last token of the dateline
 */
record Dateline(Spot spot, int end) {
    private static final int LONGEST = 70;
    private static final int FIRST_TOKENS = 2;

    /** The dateline a section begins with; null when it has none. */
    static @Nullable Dateline of(Section section, Sentence first, List<Spot> spots) {
        String folded = section.text().folded();
        boolean headline = section.name().equals("title") && !fromThere(first);
        if (first.index() != 0 || headline) {
            return null;
        }
        for (Spot spot : spots) {
            if (spot.start() - first.start() > FIRST_TOKENS) {
                return null;
            }
            int from = section.tokens().get(spot.end() - 1).end();
            int dash = dash(
                    folded, from, Math.min(section.tokens().get(first.end() - 1).end(), LONGEST));
            if (dash >= 0 && !speaks(first, spot)) {
                int end = spot.end();
                while (end < first.end() && section.tokens().get(end).start() < dash) {
                    end++;
                }
                return new Dateline(spot, end);
            }
        }
        return null;
    }

    /** "X from Baghdad: ...": a name and a preposition before the place make it the speaker's. */
    private static boolean speaks(Sentence first, Spot spot) {
        return spot.role() != Spot.Role.NONE
                && first.atoms().stream().anyMatch(a -> a.start() == first.start() && a.is(MatchKind.PERSON));
    }

    /** "From Baghdad: X announces ..." */
    private static boolean fromThere(Sentence first) {
        return first.cues().stream().anyMatch(c -> c.cue() == Cue.FROM && c.start() == first.start());
    }

    /** The dash, slash or colon that closes a dateline, reached over an agency in brackets only. */
    private static int dash(String folded, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            char c = folded.charAt(at);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
                boolean agency = depth == 0 && at - from > 2;
                if (agency && folded.startsWith(") ", at) && !folded.startsWith(") -", at)) {
                    return at;
                }
            } else if (depth == 0 && (c == '-' || c == '/' || c == ':')) {
                boolean spaced = c != '-' || " )".indexOf(folded.charAt(at - 1)) >= 0 || folded.startsWith("--", at);
                boolean wide = c != '-' || folded.startsWith(" ", at + 1) || folded.startsWith("-", at + 1);
                return spaced && wide ? at : -1;
            }
        }
        return -1;
    }
}
