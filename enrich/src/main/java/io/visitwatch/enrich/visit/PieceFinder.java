package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.enrich.visit.Draft.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a sentence says of actors, piece by piece: nations, bodies, offices, names and words that head a group. */
final class PieceFinder {
    private static final Set<Cue> HEADS =
            EnumSet.of(Cue.COLLECTIVE, Cue.NONOFFICIAL, Cue.COUNTERPART, Cue.FORMER, Cue.DEAD);

    /** Kinds of office that name a group, or nobody in particular. */
    private static final Set<String> GROUPS =
            Set.of("delegation", "official", "diplomat", "envoy", "member-of-parliament", "senator");

    private static final String OFFICIAL = "official";

    /** The last letter of the scripts that know capitals. */
    static final char LAST_CASED = '\u058F';

    /** What parts two phrases. */
    static final String BREAKS = ";:!?()[]\u061B\u061F\u06D4-\"";

    /** What may part them, or a phrase from its apposition. */
    static final String SOFT = ",\u060C\u3001";

    private final LanguagePack pack;
    private final NamedPeople people;

    PieceFinder(LanguagePack pack, NamedPeople people) {
        this.pack = pack;
        this.people = people;
    }

    /** The pieces of a sentence, in order. */
    List<Piece> find(Section section, Sentence sentence, Discourse discourse) {
        List<Piece> pieces = new ArrayList<>();
        for (Atom atom : sentence.atoms()) {
            if (describesVisit(sentence, atom)) {
                continue;
            }
            Match bearer = standsAlone(section, sentence, atom) ? atom.as(MatchKind.PERSON) : null;
            pieces.addAll(bearer == null ? readings(atom) : List.of(piece(Piece.Kind.PERSON, atom, bearer)));
        }
        for (CueMatch cue : sentence.cues()) {
            boolean free = sentence.atoms().stream().noneMatch(a -> a.start() < cue.end() && cue.start() < a.end())
                    && !insideTrigger(sentence, cue);
            if (HEADS.contains(cue.cue()) && free) {
                pieces.add(new Piece(Piece.Kind.CUE, cue.start(), cue.end(), null, null, cue.cue()));
            }
        }
        pieces.addAll(secondMentions(section, sentence, discourse));
        pieces.sort(Comparator.comparingInt(Piece::start).thenComparingInt(Piece::end));
        for (int i = 0; i < pieces.size(); i++) {
            pieces.set(i, orNamesake(section, sentence, discourse, i == 0 ? null : pieces.get(i - 1), pieces.get(i)));
        }
        return apart(pieces);
    }

    /** Of two head words that share a word only the first is kept, but for one that says who is no official. */
    private static List<Piece> apart(List<Piece> pieces) {
        List<Piece> apart = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            boolean sameCues = last != null
                    && last.kind() == Piece.Kind.CUE
                    && piece.kind() == Piece.Kind.CUE
                    && piece.start() < last.end();
            if (!sameCues || piece.cue() == Cue.NONOFFICIAL) {
                apart.add(piece);
            }
        }
        return apart;
    }

    /**
     * "EU energy commissioner Helena Novak" is not the Novak whom the gazetteer knows: a given name stands before the surname, and
     * the office or the state before it was never his.
     */
    private Piece orNamesake(
            Section section, Sentence sentence, Discourse discourse, @Nullable Piece before, Piece piece) {
        int given = piece.start() - 1;
        Match match = piece.atomMatch();
        boolean surname = piece.kind() == Piece.Kind.PERSON && match != null && match.surnameOnly();
        if (!surname) {
            return piece;
        }
        Actor named = discourse.named(section.tokens().get(piece.end() - 1).text());
        if (named != null && named.personId() == null) {
            return new Piece(Piece.Kind.PERSON, piece.start(), piece.end(), null, null, Cue.STOP);
        }
        if (ArabicWords.familyName(section, sentence, piece.end())) {
            return new Piece(Piece.Kind.PERSON, piece.start(), piece.end() + 1, null, null, Cue.STOP);
        }
        if (before == null
                || given < sentence.start()
                || before.end() != given
                || !section.capital(given)
                || section.gapHas(piece.start(), BREAKS + SOFT)
                || sentence.cues().stream().anyMatch(c -> c.covers(given))) {
            return piece;
        }
        return people.foreignTo(before, piece)
                ? new Piece(Piece.Kind.PERSON, given, piece.end(), null, null, Cue.STOP)
                : piece;
    }

    /** Surnames of people named in full elsewhere in the article, though the gazetteer does not list them. */
    private static List<Piece> secondMentions(Section section, Sentence sentence, Discourse discourse) {
        List<Piece> pieces = new ArrayList<>();
        for (int token = sentence.start(); token < sentence.end(); token++) {
            int at = token;
            boolean free = sentence.atoms().stream().noneMatch(a -> a.start() <= at && at < a.end());
            String text = section.tokens().get(token).text();
            boolean name = section.capital(token)
                    || (text.charAt(0) > LAST_CASED
                            && sentence.cues().stream()
                                    .noneMatch(c -> c.covers(at) && c.cue() != Cue.HONORIFIC && c.cue() != Cue.AND));
            if (free && name && text.length() > 2 && discourse.named(text) != null) {
                pieces.add(new Piece(Piece.Kind.PERSON, token, token + 1, null, null, Cue.STOP));
            }
        }
        return pieces;
    }

    /** "Press conference" holds no press, "trade talks" no traders. */
    private static boolean insideTrigger(Sentence sentence, CueMatch cue) {
        return sentence.cues().stream()
                .anyMatch(c -> c.cue().trigger() && c.start() < cue.end() && cue.start() < c.end());
    }

    /** "Rəsmi səfərə": the word for an official is the adjective of the visit whose phrase it stands in. */
    private static boolean describesVisit(Sentence sentence, Atom atom) {
        Match office = atom.as(MatchKind.OFFICE);
        return office != null
                && office.ids().contains(OFFICIAL)
                && sentence.cues().stream()
                        .anyMatch(c -> c.cue() == Cue.VISIT && c.start() <= atom.start() && atom.end() < c.end());
    }

    /** "Sudani received X": where a verb stands last, a word that is a surname and a nation but describes no noun is the surname. */
    private boolean standsAlone(Section section, Sentence sentence, Atom atom) {
        int before = atom.start() - 1;
        int after = atom.end();
        boolean opens = before < sentence.start()
                || section.gapHas(atom.start(), BREAKS + SOFT)
                || sentence.cues().stream()
                        .anyMatch(c -> c.end() - 1 == before && (c.cue() == Cue.AND || c.cue() == Cue.RECENT));
        return pack.order() == WordOrder.SOV
                && section.tokens().get(atom.start()).text().charAt(0) > LAST_CASED
                && atom.nation() != null
                && atom.as(MatchKind.PERSON) != null
                && (opens || section.tokens().get(atom.start()).text().startsWith("\u0627\u0644"))
                && sentence.atoms().stream().noneMatch(a -> a.start() == after && a.is(MatchKind.COUNTRY));
    }

    /** One piece per atom: a person or an office outweighs the nation that the same letters may mean. */
    private static List<Piece> readings(Atom atom) {
        Match person = atom.as(MatchKind.PERSON);
        Match nation = atom.nation();
        if (person != null && !(person.surnameOnly() && nation != null && nation.kind() == MatchKind.NATIONALITY)) {
            return List.of(piece(Piece.Kind.PERSON, atom, person));
        }
        Match office = atom.as(MatchKind.OFFICE);
        if (office != null) {
            boolean group = office.ids().stream().anyMatch(GROUPS::contains);
            return List.of(new Piece(
                    Piece.Kind.OFFICE, atom.start(), atom.end(), atom, office, group ? Cue.COLLECTIVE : Cue.STOP));
        }
        Match organisation = atom.as(MatchKind.ORGANISATION);
        if (organisation != null) {
            return List.of(piece(Piece.Kind.ORGANISATION, atom, organisation));
        }
        if (nation != null) {
            return List.of(piece(Piece.Kind.NATION, atom, nation));
        }
        return List.of();
    }

    private static Piece piece(Piece.Kind kind, Atom atom, Match match) {
        return new Piece(kind, atom.start(), atom.end(), atom, match, Cue.STOP);
    }
}
