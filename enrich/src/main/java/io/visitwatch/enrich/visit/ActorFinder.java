package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.Organisation;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.Tense;
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

/** Groups the nations, offices and names of a sentence into drafts of actors. */
final class ActorFinder {
    private static final Set<Cue> HEADS =
            EnumSet.of(Cue.COLLECTIVE, Cue.NONOFFICIAL, Cue.COUNTERPART, Cue.FORMER, Cue.DEAD);
    /** Who receives others of lower rank. */
    private static final Set<String> RULERS = Set.of("head-of-state", "head-of-government", "speaker");

    /** Kinds of office that name a group, or nobody in particular. */
    private static final Set<String> GROUPS =
            Set.of("delegation", "official", "diplomat", "envoy", "member-of-parliament", "senator");

    private static final String OFFICIAL = "official";
    private static final int LONGEST_GAP = 4;
    private static final char LAST_CASED = '\u058F';
    private static final String BREAKS = ";:!?()[]\u061B\u061F\u06D4-\"";
    private static final String SOFT = ",\u060C\u3001";

    private final Gazetteer gazetteer;
    private final LanguagePack pack;

    ActorFinder(Gazetteer gazetteer, LanguagePack pack) {
        this.gazetteer = gazetteer;
        this.pack = pack;
    }

    /** The drafts of a sentence, in order. */
    List<Draft> find(Section section, Sentence sentence, Discourse discourse) {
        List<Draft> drafts = new ArrayList<>();
        List<Piece> pieces = pieces(section, sentence, discourse);
        Draft current = null;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
            if (current != null && ofField(sentence, current, piece)) {
                current.end = piece.end();
            } else if (current != null
                    && beside(section, sentence, current, piece)
                    && Senders.sends(gazetteer, current, piece)) {
                current.sentBy(piece);
            } else if (current != null
                    && pack.ownerBefore()
                    && piece.start() > current.end
                    && beside(section, sentence, current, piece)
                    && Senders.owns(gazetteer, current, piece)) {
                current.owns(piece);
            } else if (current != null && joins(section, sentence, current, piece, next)) {
                current.add(piece);
            } else if (current != null && listsNations(section, sentence, current, piece)) {
                current = current.ofNation(piece);
                drafts.add(current);
            } else {
                current = new Draft(piece);
                drafts.add(current);
            }
        }
        return drafts;
    }

    /** Whether only words that join the parts of a phrase stand between the draft and the piece. */
    private boolean beside(Section section, Sentence sentence, Draft draft, Piece piece) {
        if (piece.start() < draft.end
                || piece.start() - draft.end > LONGEST_GAP
                || startsWithAnd(piece)
                || !onlyGlue(sentence, draft.end, piece.start(), false)) {
            return false;
        }
        for (int token = draft.end; token <= piece.start(); token++) {
            if (section.gapHas(token, BREAKS + SOFT)) {
                return false;
            }
        }
        return true;
    }

    /** "Assistant secretary for Iraq and Iran": what an office deals with is not whom it acts for. */
    private static boolean ofField(Sentence sentence, Draft draft, Piece piece) {
        if (piece.kind() != Piece.Kind.NATION || draft.offices.isEmpty() || piece.start() - draft.end > LONGEST_GAP) {
            return false;
        }
        return sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.FIELD
                        && c.start() >= draft.start
                        && (c.end() == piece.start() || (c.end() < draft.end && draft.end == piece.start()))
                        && (c.start() >= draft.end || startsWithAnd(piece)));
    }

    /** "Representatives of Iran, Syria and the United States" are three groups. */
    private static boolean listsNations(Section section, Sentence sentence, Draft draft, Piece piece) {
        if (piece.kind() != Piece.Kind.NATION
                || !draft.cues.contains(Cue.COLLECTIVE)
                || draft.nations.isEmpty()
                || draft.named()) {
            return false;
        }
        boolean and = section.gapHas(piece.start(), SOFT) || startsWithAnd(piece);
        for (int token = draft.end; token < piece.start(); token++) {
            int at = token;
            if (sentence.cues().stream().anyMatch(c -> c.covers(at) && c.cue() == Cue.AND)) {
                and = true;
            } else if (sentence.cues().stream().noneMatch(c -> c.covers(at) && c.cue() == Cue.GLUE)) {
                return false;
            }
        }
        return and && draft.nations.get(draft.nations.size() - 1).end() == draft.end;
    }

    private List<Piece> pieces(Section section, Sentence sentence, Discourse discourse) {
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
        return foreignTo(before, piece)
                ? new Piece(Piece.Kind.PERSON, given, piece.end(), null, null, Cue.STOP)
                : piece;
    }

    /** Whether what an office, a state or a body before a name says fits none of the people it may mean. */
    private boolean foreignTo(Piece said, Piece person) {
        Match match = said.atomMatch();
        if (match == null) {
            return false;
        }
        return switch (said.kind()) {
            case OFFICE -> !held(person, said);
            case NATION -> !statesOf(person).contains(match.id());
            case ORGANISATION -> {
                Organisation body = gazetteer.organisation(match.id());
                yield body != null && !statesOf(person).contains(body.actsFor());
            }
            case PERSON, CUE -> false;
        };
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

    private boolean joins(Section section, Sentence sentence, Draft draft, Piece piece, @Nullable Piece next) {
        int gap = piece.start() - draft.end;
        boolean origin =
                draft.headedByCue() && (piece.kind() == Piece.Kind.NATION || piece.kind() == Piece.Kind.ORGANISATION);
        if (gap < 0 || gap > LONGEST_GAP || !onlyGlue(sentence, draft.end, piece.start(), origin)) {
            return false;
        }
        if (hostThenGuest(sentence, draft, piece)) {
            return false;
        }
        boolean comma = false;
        for (int token = draft.end; token <= piece.start(); token++) {
            boolean ending = pack.gluesEndings() && section.gap(token).equals("-");
            if (section.gapHas(token, BREAKS) && !ending && !quotesAName(section, token, draft, piece)) {
                return false;
            }
            comma |= section.gapHas(token, SOFT);
        }
        boolean andCue = pack.order() == WordOrder.VSO
                && piece.kind() == Piece.Kind.CUE
                && draft.named()
                && ArabicWords.andHead(section.tokens().get(piece.start()).text());
        if (startsWithAnd(piece) || andCue) {
            return false;
        }
        boolean another = comma
                && piece.kind() == Piece.Kind.OFFICE
                && draft.named()
                && namedStranger(section, sentence, piece.end());
        return !another && (!comma || apposition(draft, piece)) && fits(draft, piece, next, comma, gap);
    }

    /** "El-Sisi, King Abdullah": a word with a capital that nothing else explains, right behind an office. */
    private static boolean namedStranger(Section section, Sentence sentence, int token) {
        return token < sentence.end()
                && section.tokens().get(token).text().charAt(0) <= LAST_CASED
                && section.capital(token)
                && section.gap(token).isBlank()
                && sentence.cues().stream().noneMatch(c -> c.covers(token))
                && sentence.atoms().stream().noneMatch(a -> a.start() <= token && token < a.end());
    }

    /** "Received the premier the minister of Y": behind the verb the bare office of a ruler is the host, the next one his guest. */
    private boolean hostThenGuest(Sentence sentence, Draft draft, Piece piece) {
        Match next = piece.kind() == Piece.Kind.OFFICE ? piece.atomMatch() : null;
        return next != null
                && pack.order() == WordOrder.VSO
                && !draft.named()
                && draft.nations.isEmpty()
                && draft.organisations.isEmpty()
                && !draft.offices.isEmpty()
                && draft.offices.get(0).start() == draft.start
                && draft.offices.stream().allMatch(ActorFinder::ruler)
                && next.ids().stream().noneMatch(RULERS::contains)
                && sentence.cues().stream().anyMatch(c -> receives(c) && c.end() == draft.start);
    }

    private static boolean ruler(Piece office) {
        return office.atomMatch() != null && office.atomMatch().ids().stream().anyMatch(RULERS::contains);
    }

    private static boolean receives(CueMatch cue) {
        return (cue.cue() == Cue.RECEIVE || cue.cue() == Cue.MEET) && cue.tense() != Tense.OPEN;
    }

    /** A quotation mark or a hyphen between an office and a name does not part them. */
    private static boolean quotesAName(Section section, int token, Draft draft, Piece piece) {
        boolean quote = !section.gapHas(token, ";:!?()[]\u061B\u061F\u06D4-");
        boolean toName = piece.kind() != Piece.Kind.CUE || draft.person != null;
        boolean hyphen = section.gap(token).equals("-");
        return quote && (toName || hyphen);
    }

    private static boolean startsWithAnd(Piece piece) {
        return piece.atom() != null && piece.atom().afterAnd();
    }

    private boolean onlyGlue(Sentence sentence, int from, int to, boolean origin) {
        for (int token = from; token < to; token++) {
            int at = token;
            boolean glue = sentence.cues().stream()
                    .anyMatch(c -> c.covers(at)
                            && (c.cue() == Cue.GLUE || c.cue() == Cue.HONORIFIC || (origin && c.cue() == Cue.FROM)));
            if (!glue) {
                return false;
            }
        }
        return true;
    }

    /** After a comma only what describes the same person goes on: a name after an office, an office after a name. */
    private static boolean apposition(Draft draft, Piece piece) {
        return switch (piece.kind()) {
            case PERSON -> !draft.offices.isEmpty() || draft.cues.contains(Cue.COUNTERPART);
            case OFFICE, ORGANISATION -> draft.named() && draft.offices.isEmpty();
            case NATION -> draft.named() && draft.offices.isEmpty() && draft.nations.isEmpty();
            case CUE -> draft.named() && draft.offices.isEmpty() && piece.cue() != Cue.NONOFFICIAL;
        };
    }

    private boolean fits(Draft draft, Piece piece, @Nullable Piece next, boolean comma, int gap) {
        return switch (piece.kind()) {
            case PERSON -> fitsPerson(draft, piece);
            case OFFICE -> fitsOffice(draft, piece, next, comma);
            case NATION -> fitsNation(draft, piece, next, gap, comma);
            case ORGANISATION ->
                draft.organisations.isEmpty() && !(draft.named() && !comma && !draft.offices.isEmpty());
            case CUE -> fitsCue(draft, piece);
        };
    }

    private boolean fitsPerson(Draft draft, Piece piece) {
        if (draft.named() || draft.cues.contains(Cue.NONOFFICIAL) || foreignOrder(draft)) {
            return false;
        }
        Match nation = draft.nation();
        Set<String> states = statesOf(piece);
        boolean surname = piece.atomMatch() != null && piece.atomMatch().surnameOnly();
        return nation == null
                || states.isEmpty()
                || states.contains(nation.id())
                || (!draft.offices.isEmpty() && !surname);
    }

    private boolean fitsOffice(Draft draft, Piece piece, @Nullable Piece next, boolean comma) {
        if (!draft.offices.isEmpty()) {
            return !draft.named() && !comma && (draft.nations.isEmpty() || piece.start() == draft.end);
        }
        boolean surnameAgain = draft.named() && draft.person == null;
        if (surnameAgain && !comma && pack.order() == WordOrder.VSO) {
            return false;
        }
        if (draft.person != null && !comma) {
            boolean nameFollows = next != null && next.kind() == Piece.Kind.PERSON;
            return (!nameFollows && !ofAnother(draft, piece, next)) || held(draft.person, piece);
        }
        if (draft.cues.contains(Cue.NONOFFICIAL)) {
            return false;
        }
        if (comma && draft.person != null && (opensNext(draft.person, piece, next) || ofAnother(draft, piece, next))) {
            return false;
        }
        Match nation = draft.nation();
        return nation == null || draft.headedByCue() || pack.countryBefore() || nation.kind() == MatchKind.NATIONALITY;
    }

    /** "Beside X, the Spanish president": an office whose nation, right behind it, is none of the person's. */
    private boolean ofAnother(Draft draft, Piece office, @Nullable Piece next) {
        return draft.person != null
                && next != null
                && next.kind() == Piece.Kind.NATION
                && next.start() == office.end()
                && foreignTo(next, draft.person);
    }

    private boolean fitsNation(Draft draft, Piece piece, @Nullable Piece next, int gap, boolean comma) {
        Match nation = draft.nation();
        boolean nationFirst = pack.gluesEndings() && !draft.offices.isEmpty();
        if (piece.atomMatch() == null || (nationFirst && !comma)) {
            return false;
        }
        if (nation != null) {
            return !pack.gluesEndings() && nation.id().equals(piece.atomMatch().id());
        }
        if (draft.person != null) {
            Set<String> states = statesOf(draft.person);
            boolean own = states.isEmpty() || states.contains(piece.atomMatch().id());
            return own && (comma || !draft.offices.isEmpty());
        }
        if (piece.atomMatch().kind() == MatchKind.COUNTRY && draft.headedByCue() && draft.offices.isEmpty()) {
            return gap <= 2 || !pack.countryBefore();
        }
        boolean belongsToNext = next != null
                && pack.countryBefore()
                && gap == 0
                && next.start() == piece.end()
                && next.kind() == Piece.Kind.OFFICE;
        return draft.hasHead() ? !belongsToNext : draft.bygone() && gap == 0 && !comma;
    }

    /** In languages that put the nation last, a country's name does not begin a phrase. */
    private boolean foreignOrder(Draft draft) {
        Match nation = draft.nation();
        return nation != null && !draft.hasHead() && nation.kind() != MatchKind.NATIONALITY && !pack.countryBefore();
    }

    private boolean fitsCue(Draft draft, Piece piece) {
        if (piece.cue() == Cue.DEAD || piece.cue() == Cue.FORMER) {
            return !draft.named();
        }
        if (piece.cue() == Cue.NONOFFICIAL) {
            boolean onlyGroup = draft.offices.stream().allMatch(o -> o.cue() == Cue.COLLECTIVE);
            return !draft.named() && onlyGroup && !foreignOrder(draft);
        }
        return (!draft.named() || draft.offices.isEmpty()) && !foreignOrder(draft);
    }

    /** "After an hour with X, Secretary Y said": an office that X never held, with a name right behind it, begins another actor. */
    private boolean opensNext(Piece person, Piece office, @Nullable Piece next) {
        return next != null
                && next.kind() == Piece.Kind.PERSON
                && next.start() - office.end() <= 1
                && !held(person, office);
    }

    private boolean held(Piece person, Piece office) {
        Match names = person.atomMatch();
        Match kinds = office.atomMatch();
        if (names == null || kinds == null) {
            return true;
        }
        return names.ids().stream()
                .map(gazetteer::person)
                .filter(java.util.Objects::nonNull)
                .flatMap(p -> p.terms().stream())
                .anyMatch(term -> kinds.ids().contains(term.officeKind()));
    }

    private Set<String> statesOf(Piece person) {
        Match names = person.atomMatch();
        if (names == null) {
            return Set.of();
        }
        Set<String> states = new java.util.HashSet<>();
        for (String id : names.ids()) {
            Person known = gazetteer.person(id);
            if (known != null) {
                known.terms().forEach(term -> states.add(term.country()));
            }
        }
        return states;
    }
}
