package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of an office whose name a nationality parts: <em>ministre <u>turc</u> de la Défense</em>, <em>ministro iraní de
 * Exteriores</em>. The words behind the nationality become an atom of the whole office.
 */
final class SplitOffices {
    private static final int LONGEST_TAIL = 7;
    private static final int SHORTEST_TAIL = 2;

    private SplitOffices() {}

    /** The atoms with those of such endings put in. */
    static List<Atom> completed(
            Gazetteer gazetteer,
            FoldedText text,
            List<Token> tokens,
            List<Atom> atoms,
            String language,
            @Nullable LocalDate day) {
        List<Atom> all = new ArrayList<>(atoms.size());
        for (int i = 0; i < atoms.size(); i++) {
            Atom nation = atoms.get(i);
            all.add(nation);
            Atom head = i == 0 ? null : atoms.get(i - 1);
            if (head != null && parts(head, nation)) {
                int limit = i + 1 < atoms.size() ? atoms.get(i + 1).start() : tokens.size();
                Atom tail = tail(gazetteer, text, tokens, head, nation.end(), limit, language, day);
                if (tail != null) {
                    all.add(tail);
                }
            }
        }
        return all.size() == atoms.size() ? atoms : List.copyOf(all);
    }

    private static boolean parts(Atom head, Atom nation) {
        return head.end() == nation.start() && head.is(MatchKind.OFFICE) && nation.is(MatchKind.NATIONALITY);
    }

    private static @Nullable Atom tail(
            Gazetteer gazetteer,
            FoldedText text,
            List<Token> tokens,
            Atom head,
            int from,
            int limit,
            String language,
            @Nullable LocalDate day) {
        String beginning = written(text, tokens, head.start(), head.end());
        for (int end = Math.min(limit, from + LONGEST_TAIL); end - from >= SHORTEST_TAIL; end--) {
            FoldedText whole = Normalizer.fold(beginning + " " + written(text, tokens, from, end));
            for (Match match : gazetteer.find(whole, language, day)) {
                boolean office = match.kind() == MatchKind.OFFICE
                        && match.start() == 0
                        && match.end() == whole.folded().length();
                if (office) {
                    return new Atom(from, end, List.of(match), "", "");
                }
            }
        }
        return null;
    }

    private static String written(FoldedText text, List<Token> tokens, int start, int end) {
        return text.original(tokens.get(start).start(), tokens.get(end - 1).end())
                .of(text.source());
    }
}
