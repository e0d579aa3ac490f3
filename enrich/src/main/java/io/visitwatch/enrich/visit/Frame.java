package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its actors, places and clauses: what the rules look at.
 *
 * @param scene from where it is looked at
 * @param pack its language
 * @param section its section
 * @param sentence the sentence
 * @param actors its actors, in order
 * @param spots its places, in order
 * @param dates its dates, in order
 * @param clauses number of the clause of each token, by token minus the sentence's first
 * @param discourse what was said before it
 * @param dateline place the article was filed from; null when it gives none
 * @param before the place the sentence before spoke of; null when none
 * @param setting where the article as a whole takes place
 */
record Frame(
        Scene scene,
        LanguagePack pack,
        Section section,
        Sentence sentence,
        List<Actor> actors,
        List<Spot> spots,
        List<DateSpot> dates,
        List<Integer> clauses,
        Discourse discourse,
        @Nullable Spot dateline,
        @Nullable Spot before,
        Setting setting) {
    private static final String HARD = ";:()\u061B\u2013\u2014";
    private static final String COMMAS = ",\u060C";
    private static final int LONGEST_DATE = 4;
    private static final String BREAKS = ",;:()\u060C\u061B\u2013\u2014";

    /** Clause numbers of a sentence: punctuation and clause words begin a new one, an actor is never cut. */
    static List<Integer> clauses(
            Section section,
            Sentence sentence,
            List<Actor> actors,
            List<Spot> spots,
            List<DateSpot> dates,
            WordOrder order) {
        List<Integer> clauses = new ArrayList<>(sentence.end() - sentence.start());
        int clause = 0;
        int afterDate = -1;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            int at = token;
            boolean inActor = inside(actors, at) || apposed(section, actors, at);
            boolean opens = opensClause(sentence, at) && !article(sentence, at);
            boolean dash = section.gap(token).contains(" - ");
            boolean commas = section.gapHas(token, COMMAS);
            int dateEnd = commas ? asideAlone(section, sentence, token, dates, spots) : -1;
            boolean aside = dateEnd >= 0 || token == afterDate;
            afterDate = dateEnd >= 0 ? dateEnd : afterDate;
            boolean breaks = opens
                    || dash
                    || (section.gapHas(token, BREAKS)
                            && !(aside && commas)
                            && !(commas && ActorLists.parts(section, sentence, actors, at))
                            && !closesSubject(section, sentence, actors, order, at, clause));
            if (token > sentence.start() && !inActor && breaks) {
                clause++;
            }
            clauses.add(clause);
        }
        return List.copyOf(clauses);
    }

    private static boolean inside(List<Actor> actors, int token) {
        for (Actor actor : actors) {
            if (actor.start() < token && token < actor.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensClause(Sentence sentence, int token) {
        for (CueMatch cue : sentence.cues()) {
            if (cue.cue() == Cue.CLAUSE && cue.start() == token) {
                return true;
            }
        }
        return false;
    }

    /** "Verließ der Papst die Stadt": a word that may be an article begins a clause only behind a comma, which does so itself. */
    private static boolean article(Sentence sentence, int token) {
        return sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.GLUE && c.start() == token && c.end() == token + 1);
    }

    /**
     * "Arrives, tomorrow, in Baghdad", "met, at the palace, the envoy": a date or a place alone between two commas breaks nothing
     * off. Its end; -1 when there is none.
     */
    private static int asideAlone(
            Section section, Sentence sentence, int token, List<DateSpot> dates, List<Spot> spots) {
        int end = token + 1;
        while (end < sentence.end() && end - token <= LONGEST_DATE && !section.gapHas(end, BREAKS)) {
            end++;
        }
        int after = end;
        boolean closed = end < sentence.end() && end - token <= LONGEST_DATE && section.gapHas(end, COMMAS);
        boolean dated = dates.stream().anyMatch(d -> d.token() >= token && d.token() < after)
                || sentence.cues().stream()
                        .anyMatch(c -> c.cue() == Cue.RECENT && c.start() == token && c.end() >= after - 1);
        boolean placed = spots.stream().anyMatch(s -> s.role() == Spot.Role.IN && s.start() > token && s.end() == after)
                && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.IN && c.start() == token);
        return closed && (dated || placed) ? end : -1;
    }

    /** "X, commander of Y, in Z": the commas around a description of the name before it begin no clause. */
    private static boolean apposed(Section section, List<Actor> actors, int token) {
        if (!section.gapHas(token, ",\u060C")) {
            return false;
        }
        for (int i = 1; i < actors.size(); i++) {
            Actor name = actors.get(i - 1);
            Actor office = actors.get(i);
            boolean describes = name.has(Actor.Trait.NAMED)
                    && !office.has(Actor.Trait.NAMED)
                    && office.has(Actor.Trait.OFFICE_SAID)
                    && office.start() == name.end()
                    && section.gapHas(office.start(), ",\u060C")
                    && office.country().equals(name.country());
            if (describes && (token == office.start() || token == office.end())) {
                return true;
            }
        }
        return false;
    }

    /** In verb-final languages a comma parts a long subject from its verb. */
    private static boolean closesSubject(
            Section section, Sentence sentence, List<Actor> actors, WordOrder order, int token, int clause) {
        return order == WordOrder.SOV
                && clause == 0
                && !section.gapHas(token, HARD)
                && actors.stream().anyMatch(a -> a.end() == token && a.start() - sentence.start() <= 3)
                && sentence.cues().stream().noneMatch(c -> c.cue().trigger() && c.end() <= token);
    }

    /** Clause a token stands in. */
    int clause(int token) {
        int at = Math.max(0, Math.min(token - sentence.start(), clauses.size() - 1));
        return clauses.get(at);
    }

    /** Whether a cue of one of these kinds begins within the tokens {@code [from, to)}. */
    boolean has(Set<Cue> kinds, int from, int to) {
        for (CueMatch cue : sentence.cues()) {
            if (kinds.contains(cue.cue()) && cue.start() >= from && cue.start() < to) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cue of this kind stands in the clause of {@code token}. */
    boolean inClause(Cue kind, int token) {
        int clause = clause(token);
        for (CueMatch cue : sentence.cues()) {
            if (cue.cue() == kind && clause(cue.start()) == clause) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cue of this kind stands anywhere in the sentence. */
    boolean inSentence(Cue kind) {
        return has(Set.of(kind), sentence.start(), sentence.end());
    }

    /** The next trigger after this one in its clause; null when there is none. */
    @Nullable CueMatch nextTrigger(CueMatch trigger) {
        for (CueMatch cue : sentence.cues()) {
            if (cue.cue().trigger() && cue.start() >= trigger.end()) {
                return cue;
            }
        }
        return null;
    }

    /** The dates in the clause of a token. */
    List<DateSpot> datesIn(int token) {
        return dates.stream().filter(d -> clause(d.token()) == clause(token)).toList();
    }

    /** Whether the sentence is the headline. */
    boolean title() {
        return section.name().equals("title");
    }

    /** Whether it is the headline or the first sentence of its section. */
    boolean lead() {
        return title() || sentence.index() == 0;
    }
}
