package io.visitwatch.enrich.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of the gazetteer found in a folded text.
 *
 * <p>{@code [start, end)} covers the name alone, {@code [outerStart, outerEnd)} the whole written word or words with attached
 * particles and endings: in {@code لبغداد} the name begins after the {@code ل}, in {@code Bağdat'a} it ends before the
 * apostrophe. The parts between are worth reading: they say "to" or "from".
 *
 * @param kind what is named
 * @param start first folded offset of the name
 * @param end folded offset after the name
 * @param outerStart first folded offset of the word with its particles
 * @param outerEnd folded offset after the word with its endings
 * @param ids entities it may stand for, best first; never empty
 * @param country ISO code or organisation acronym this form implies (an office such as "Pentagon chief", the state an organisation
 *     acts for); for countries the code itself; null when it implies none
 * @param surnameOnly true for a person named by the surname alone: weaker evidence
 */
public record Match(
        MatchKind kind,
        int start,
        int end,
        int outerStart,
        int outerEnd,
        List<String> ids,
        @Nullable String country,
        boolean surnameOnly) {
    public Match {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("match of " + kind + " at " + start + " names nobody");
        }
    }

    /** The best entity. */
    public String id() {
        return ids.get(0);
    }

    /** Length of the name in folded units. */
    public int length() {
        return end - start;
    }
}
