package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in a sentence with everything it may stand for.
 *
 * @param start first token
 * @param end one past the last token
 * @param readings matches of exactly this span, one per kind; never empty
 * @param prefix particle written before the name in the same word ({@code ل} in {@code لبغداد}), folded; empty when none
 * @param suffix ending written after it ({@code ta} in {@code Bağdat'ta}), folded; empty when none
 */
public record Atom(int start, int end, List<Match> readings, String prefix, String suffix) {
    public Atom {
        readings = List.copyOf(readings);
    }

    /** Whether the word begins with an "and" written together with it: Arabic {@code و}, Hebrew {@code ו}. */
    public boolean afterAnd() {
        return prefix.startsWith("\u0648") || prefix.startsWith("\u05D5");
    }

    /** The reading of one kind; null when it has none. */
    public @Nullable Match as(MatchKind kind) {
        for (Match match : readings) {
            if (match.kind() == kind) {
                return match;
            }
        }
        return null;
    }

    /** Whether it may be of this kind. */
    public boolean is(MatchKind kind) {
        return as(kind) != null;
    }

    /** The country it names or implies by a nationality or a metonym; null when it does neither. */
    public @Nullable Match nation() {
        Match nationality = as(MatchKind.NATIONALITY);
        if (nationality != null) {
            return nationality;
        }
        Match country = as(MatchKind.COUNTRY);
        return country != null ? country : as(MatchKind.METONYM);
    }
}
