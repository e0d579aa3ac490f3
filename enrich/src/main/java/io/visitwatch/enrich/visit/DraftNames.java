package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import org.jspecify.annotations.Nullable;

/** The personal name of a draft as the article writes it. */
final class DraftNames {
    private DraftNames() {}

    /** The name, or the longer one it was given by before; empty when the draft has none. */
    static String name(Section section, Draft draft, @Nullable Actor before) {
        if (!draft.named()) {
            return "";
        }
        String own = ownName(section, draft);
        return before != null && before.name().length() > own.length() ? before.name() : own;
    }

    /** The name as written, without a particle glued to it ({@code والسيسي}). */
    private static String ownName(Section section, Draft draft) {
        for (Atom atom : section.atoms()) {
            if (atom.start() == draft.nameStart && !atom.prefix().isEmpty()) {
                int from = atom.readings().get(0).start();
                int to = section.tokens().get(draft.nameEnd - 1).end();
                return section.text().original(from, to).of(section.text().source());
            }
        }
        return section.surface(draft.nameStart, draft.nameEnd);
    }

    /** Its last word, folded. */
    static String surname(Section section, Draft draft) {
        return section.tokens().get(draft.nameEnd - 1).text();
    }
}
