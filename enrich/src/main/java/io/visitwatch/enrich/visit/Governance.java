package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.EnumSet;
import java.util.Set;

/** Says whether a noun phrase stands under a preposition or a case, and so is no subject. */
final class Governance {
    private static final Set<Cue> GOVERNORS = EnumSet.of(Cue.WITH, Cue.BY, Cue.TO, Cue.FROM, Cue.IN, Cue.PREPOSITION);
    private static final Set<String> ARABIC = Set.of("\u0628", "\u0644", "\u0643");

    private static final int VERB_REACH = 2;
    private static final int NAMES_REACH = 4;

    private final LanguagePack pack;

    Governance(LanguagePack pack) {
        this.pack = pack;
    }

    /** Whether the draft is governed. */
    boolean governed(Section section, Sentence sentence, Draft draft) {
        Atom first = atom(sentence, draft.start);
        if (first != null && first.start() == draft.start && particle(first.prefix())) {
            return true;
        }
        if (draft.cues.contains(Cue.COUNTERPART)
                && atom(sentence, draft.start) == null
                && pack.order() == WordOrder.VSO
                && particle(section.tokens().get(draft.start).text().substring(0, 1))) {
            return true;
        }
        Atom last = atom(sentence, draft.end - 1);
        if (last != null && last.end() == draft.end && !last.suffix().isEmpty() && pack.marksOblique(ending(last))) {
            return true;
        }
        if (pack.order() == WordOrder.SOV
                && draft.end < sentence.end()
                && !section.gapHas(draft.end, ",;:()'")
                && postposition(section.tokens().get(draft.end).text())) {
            return true;
        }
        boolean possessive = draft.end < sentence.end()
                && section.gapHas(draft.end, "'")
                && section.tokens().get(draft.end).text().equals("s");
        if (possessive) {
            return true;
        }
        int at = draft.start - 1;
        while (at >= sentence.start() && filler(sentence, at) && !governor(sentence, at)) {
            at--;
        }
        return at >= sentence.start()
                && !section.gapHas(at + 1, ",;:\u060C")
                && governor(sentence, at)
                && !opensClause(sentence, at, draft.end, draft.named() ? NAMES_REACH : VERB_REACH);
    }

    /** "As X toured the base": a word that begins a clause too governs nobody whose verb follows at once. */
    private static boolean opensClause(Sentence sentence, int word, int end, int reach) {
        boolean clause = sentence.cues().stream().anyMatch(c -> c.cue() == Cue.CLAUSE && c.start() == word);
        return clause
                && sentence.cues().stream()
                        .anyMatch(c -> c.cue().trigger()
                                && c.tense() != Tense.OPEN
                                && c.start() >= end
                                && c.start() - end <= reach);
    }

    private boolean postposition(String word) {
        return pack.marksTo(word) || pack.marksFrom(word) || pack.marksIn(word);
    }

    /** The ending of a name without its apostrophe. */
    static String ending(Atom atom) {
        String suffix = atom.suffix();
        return suffix.startsWith("'") ? suffix.substring(1) : suffix;
    }

    private static boolean particle(String prefix) {
        return !prefix.isEmpty()
                && ARABIC.contains(
                        prefix.substring(prefix.length() - 1).equals("\u0627")
                                ? prefix.substring(0, 1)
                                : prefix.substring(prefix.length() - 1));
    }

    private static @org.jspecify.annotations.Nullable Atom atom(Sentence sentence, int token) {
        for (Atom atom : sentence.atoms()) {
            if (atom.start() <= token && token < atom.end()) {
                return atom;
            }
        }
        return null;
    }

    private static boolean filler(Sentence sentence, int token) {
        for (CueMatch cue : sentence.cues()) {
            if (cue.covers(token) && (cue.cue() == Cue.GLUE || cue.cue() == Cue.HONORIFIC)) {
                return true;
            }
        }
        return false;
    }

    private static boolean governor(Sentence sentence, int token) {
        boolean governs = false;
        for (CueMatch cue : sentence.cues()) {
            if (cue.cue() == Cue.GLUE && cue.end() - cue.start() > 1 && cue.covers(token)) {
                return false;
            }
            governs |= cue.end() - 1 == token && GOVERNORS.contains(cue.cue());
        }
        return governs;
    }
}
