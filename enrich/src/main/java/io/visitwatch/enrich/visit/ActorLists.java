package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Recognises "A, B and C": commas that part the members of a list, not clauses. */
final class ActorLists {
    private static final String COMMAS = ",\u060C\u3001";
    private static final Set<Cue> LINKS = EnumSet.of(Cue.GLUE, Cue.HONORIFIC, Cue.AND);
    private static final Set<Cue> OBJECT_VERBS = EnumSet.of(Cue.MEET, Cue.RECEIVE, Cue.VISIT);

    private ActorLists() {}

    /** Whether the comma before {@code token} stands between two members of a list that ends with "and" and one more. */
    static boolean parts(Section section, Sentence sentence, List<Actor> actors, int token) {
        for (int i = 0; i + 1 < actors.size(); i++) {
            Actor left = actors.get(i);
            if (left.end() == token) {
                int last = lastOfList(section, sentence, actors, i);
                return last > i && !severed(sentence, left, actors.get(last));
            }
        }
        return false;
    }

    /** Index of the last member of the list that goes on after member {@code first}; {@code first} itself when none does. */
    private static int lastOfList(Section section, Sentence sentence, List<Actor> actors, int first) {
        int at = first;
        while (at + 1 < actors.size()) {
            Actor left = actors.get(at);
            Actor right = actors.get(at + 1);
            if (!linked(sentence, left.end(), right.start())) {
                return first;
            }
            boolean and = right.start() > left.end() && hasAnd(sentence, left.end(), right.start());
            at++;
            if (and) {
                return at;
            }
            if (!section.gapHas(right.start(), COMMAS) && !section.gapHas(left.end(), COMMAS)) {
                return first;
            }
        }
        return first;
    }

    /** "After meeting A, B and C flew on": the object of one verb is no fellow of the subject of the next. */
    private static boolean severed(Sentence sentence, Actor left, Actor last) {
        boolean object = sentence.cues().stream()
                .anyMatch(
                        c -> OBJECT_VERBS.contains(c.cue()) && c.end() <= left.start() && left.start() - c.end() <= 2);
        boolean verb = sentence.cues().stream()
                .anyMatch(c -> c.cue().trigger() && c.start() >= last.end() && c.start() - last.end() <= 2);
        return object && verb;
    }

    private static boolean linked(Sentence sentence, int from, int to) {
        for (int token = from; token < to; token++) {
            int at = token;
            if (sentence.cues().stream().noneMatch(c -> c.covers(at) && LINKS.contains(c.cue()))) {
                return false;
            }
        }
        return to - from <= 3;
    }

    private static boolean hasAnd(Sentence sentence, int from, int to) {
        for (CueMatch cue : sentence.cues()) {
            if (cue.cue() == Cue.AND && cue.start() >= from && cue.end() <= to) {
                return true;
            }
        }
        return false;
    }
}
