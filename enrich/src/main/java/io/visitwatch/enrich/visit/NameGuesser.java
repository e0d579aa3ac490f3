package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.NameMatch;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the personal name beside an office where the gazetteer lists no such form: a known person in a spelling nobody listed, or
 * somebody unknown.
 */
final class NameGuesser {
    private static final int LONGEST_CASED = 4;
    private static final int LONGEST_CASELESS = 3;
    private static final int PRONOUN = 3;
    private static final int LONGEST_FIELD = 4;
    private static final char LAST_LATIN = '\u024F';
    private static final String HARD = ";:!?()[]\u061B\u061F";
    private static final String COMMAS = ",\u060C\u3001";
    /** Words that lead from an office to somebody else. */
    private static final Set<Cue> LINKS_ON =
            EnumSet.of(Cue.CLAUSE, Cue.AND, Cue.WITH, Cue.BY, Cue.FROM, Cue.PRONOUN, Cue.RECENT);

    private static final Set<Cue> ALLOWED = EnumSet.of(Cue.HONORIFIC, Cue.AND);
    /** Arabic particles glued to the article: a noun with a preposition, never a name. */
    private static final Set<String> ARTICLE_GLUED = Set.of(
            "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644", "\u0641\u0627\u0644", "\u0643\u0627\u0644");

    private static final Set<String> PARTICLES = Set.of(
            "bin", "ben", "ibn", "al", "el", "ul", "abu", "abd", "de", "da", "di", "del", "van", "von", "der", "den",
            "le", "la", "ash", "as", "es", "s");

    private final Gazetteer gazetteer;
    private final @Nullable LocalDate day;

    NameGuesser(Gazetteer gazetteer, @Nullable LocalDate day) {
        this.gazetteer = gazetteer;
        this.day = day;
    }

    /** A name found beside a draft: its tokens, and who it is where the gazetteer knows him. */
    record Guess(int start, int end, @Nullable String personId) {}

    /** The name right of the draft, else left of it; {@code ofAnyField} when words for a field may stand between. */
    Optional<Guess> guess(
            Section section,
            Sentence sentence,
            Draft draft,
            @Nullable String country,
            @Nullable String office,
            boolean ofAnyField) {
        Optional<Guess> known = known(section, sentence, draft.end, country, office);
        if (known.isPresent()) {
            Guess found = known.get();
            int whole = right(section, sentence, draft.end)
                    .filter(guess -> guess.start() == found.start())
                    .map(Guess::end)
                    .orElse(found.end());
            return Optional.of(new Guess(found.start(), Math.max(found.end(), whole), found.personId()));
        }
        if (section.name().equals("title") && titleCase(section)) {
            return Optional.empty();
        }
        Optional<Guess> right = right(section, sentence, draft.end);
        if (right.isEmpty() && ofAnyField) {
            int from = afterField(section, sentence, draft.end);
            right = from == draft.end ? right : right(section, sentence, from).filter(g -> g.end() - g.start() >= 2);
        }
        return right.isPresent() ? right : left(section, sentence, draft.start);
    }

    /** "The deputy minister of livestock, X": past the small letters of what the office deals with; {@code at} when no name follows. */
    private static int afterField(Section section, Sentence sentence, int at) {
        int from = at;
        while (from < sentence.end()
                && from - at < LONGEST_FIELD
                && cased(section, from)
                && !section.capital(from)
                && !section.gapHas(from, HARD + COMMAS + "-")
                && !inAtom(sentence, from)
                && !coveredByTrigger(sentence, from)
                && !linksOn(sentence, from)) {
            from++;
        }
        boolean named = from < sentence.end()
                && section.capital(from)
                && (section.gapHas(from, COMMAS)
                        || section.tokens().get(from).text().charAt(0) > LAST_LATIN);
        return named ? from : at;
    }

    private Optional<Guess> known(
            Section section, Sentence sentence, int at, @Nullable String country, @Nullable String office) {
        if (at >= sentence.end() || section.gapHas(at, HARD) || (country == null && office == null)) {
            return Optional.empty();
        }
        if (country == null && day == null) {
            return Optional.empty();
        }
        int from = at;
        while (from < sentence.end() && honorific(sentence, from)) {
            from++;
        }
        if (from >= sentence.end()
                || bareAnd(section, sentence, from)
                || !mayBegin(section, sentence, from)
                || ofPlace(sentence, from)) {
            return Optional.empty();
        }
        int start = section.tokens().get(from).start();
        int first = from;
        int last = from + 1;
        while (last < sentence.end()
                && !section.gapHas(last, HARD + COMMAS)
                && (cased(section, last) || !covered(sentence, last))) {
            last++;
        }
        int limit = section.tokens().get(last - 1).end();
        Optional<NameMatch.InText> found = gazetteer.nameAt(section.text(), start, limit, country, office, day);
        return found.filter(in -> country != null || heldOffice(in.match(), office))
                .filter(in -> ofNameWords(section, sentence, first, in))
                .filter(in -> !goesOn(section, sentence, first, in, country, office))
                .map(in -> {
                    int end = first;
                    while (end < sentence.end() && section.tokens().get(end).start() < in.end()) {
                        end++;
                    }
                    return new Guess(
                            first, Math.max(end, first + 1), in.match().person().id());
                });
    }

    /** "The secretary and X": a conjunction that stands by itself begins no name. */
    private static boolean bareAnd(Section section, Sentence sentence, int token) {
        return !cased(section, token)
                && section.tokens().get(token).text().length() == 1
                && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.AND && c.covers(token));
    }

    /** Whether no small word after the first is a cue of another kind: "and", or a preposition that sounds like a name, is none. */
    private static boolean ofNameWords(Section section, Sentence sentence, int first, NameMatch.InText found) {
        for (int token = first + 1; token < sentence.end(); token++) {
            if (section.tokens().get(token).start() >= found.end()) {
                return true;
            }
            boolean particle = PARTICLES.contains(section.tokens().get(token).text());
            boolean small = !cased(section, token) || !section.capital(token);
            if (!particle && small && covered(sentence, token)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another family name follows the one word that was recognised: then it is somebody else's given name. */
    private boolean goesOn(
            Section section,
            Sentence sentence,
            int first,
            NameMatch.InText found,
            @Nullable String country,
            @Nullable String office) {
        int next = first + 1;
        if (next >= sentence.end()
                || section.tokens().get(next).start() < found.end()
                || section.gapHas(next, HARD + COMMAS)) {
            return false;
        }
        boolean cased = cased(section, first);
        int last = next;
        while (cased
                && last < sentence.end()
                && PARTICLES.contains(section.tokens().get(last).text())) {
            last++;
        }
        boolean name = last < sentence.end()
                && (cased
                        ? part(section, sentence, last, last, true)
                        : section.tokens().get(last).text().startsWith("\u0627\u0644") && !covered(sentence, last));
        if (!name) {
            return false;
        }
        String whole = section.surface(first, last + 1);
        return gazetteer.byName(whole, country, office, day).stream()
                .noneMatch(m -> m.person().id().equals(found.match().person().id()));
    }

    /** Without a nation a name counts only when its bearer held just this office. */
    private static boolean heldOffice(NameMatch match, @Nullable String office) {
        return office != null
                && match.term() != null
                && match.term().officeKind().equals(office);
    }

    /** Whether a headline gives most of its words a capital, so that a capital says nothing. */
    private static boolean titleCase(Section section) {
        int capitals = 0;
        int words = 0;
        for (int token = 0; token < section.tokens().size(); token++) {
            if (section.tokens().get(token).text().length() > 3) {
                words++;
                capitals += section.capital(token) ? 1 : 0;
            }
        }
        return capitals * 2 > words;
    }

    private static Optional<Guess> right(Section section, Sentence sentence, int at) {
        int start = at;
        while (start < sentence.end() && honorific(sentence, start) && !section.gapHas(start, HARD)) {
            start++;
        }
        if (start >= sentence.end() || bareAnd(section, sentence, start) || section.gapHas(start, HARD + "-")) {
            return Optional.empty();
        }
        boolean apposed = section.gapHas(start, COMMAS);
        int end = start;
        boolean cased = cased(section, start);
        int longest = cased ? LONGEST_CASED : LONGEST_CASELESS;
        while (end < sentence.end() && end - start < longest && part(section, sentence, end, start, cased)) {
            end++;
        }
        while (end > start && PARTICLES.contains(section.tokens().get(end - 1).text())) {
            end--;
        }
        boolean sound = plausible(section, start, end) && (!apposed || betweenCommas(section, sentence, start, end));
        return sound ? Optional.of(new Guess(start, end, null)) : Optional.empty();
    }

    /** "The foreign minister, Kemal Aydin, was": a full name alone between commas. */
    private static boolean betweenCommas(Section section, Sentence sentence, int start, int end) {
        return end - start >= 2 && end < sentence.end() && section.gapHas(end, COMMAS);
    }

    private static boolean linksOn(Sentence sentence, int token) {
        return sentence.cues().stream().anyMatch(c -> c.covers(token) && LINKS_ON.contains(c.cue()));
    }

    private static Optional<Guess> left(Section section, Sentence sentence, int at) {
        boolean comma = at > sentence.start() && section.gapHas(at, COMMAS);
        int end = at;
        int start = end;
        while (start > sentence.start() && end - start < LONGEST_CASELESS) {
            int token = start - 1;
            boolean cased = cased(section, token);
            boolean inside = part(section, sentence, token, token, cased)
                    && (start == end || !section.gapHas(start, HARD + COMMAS));
            if (!inside || (!comma && cased)) {
                break;
            }
            start--;
        }
        boolean bounded = start == sentence.start()
                || section.gapHas(start, HARD + COMMAS)
                || coveredByTrigger(sentence, start - 1);
        return bounded && plausible(section, start, end) && end - start >= (comma ? 1 : 2)
                ? Optional.of(new Guess(start, end, null))
                : Optional.empty();
    }

    private static boolean plausible(Section section, int start, int end) {
        boolean bare = end - start == 1
                || (end - start == 2 && section.tokens().get(start + 1).text().length() <= PRONOUN);
        String word = section.tokens().get(start).text();
        if (bare && (ArabicWords.future(word) || ArabicWords.governedPronoun(word))) {
            return false;
        }
        int letters = 0;
        for (int token = start; token < end; token++) {
            letters = Math.max(letters, section.tokens().get(token).text().length());
        }
        return letters >= 3;
    }

    private static boolean part(Section section, Sentence sentence, int token, int first, boolean cased) {
        boolean breaks = token > first && section.gapHas(token, HARD + COMMAS + "\"");
        String text = section.tokens().get(token).text();
        if (breaks || Character.isDigit(text.charAt(0)) || inAtom(sentence, token)) {
            return false;
        }
        if (cased) {
            return (section.capital(token) && !coveredByTrigger(sentence, token))
                    || (token > first && PARTICLES.contains(text));
        }
        return text.length() >= 2 && ARTICLE_GLUED.stream().noneMatch(text::startsWith) && !covered(sentence, token);
    }

    private static boolean cased(Section section, int token) {
        char letter = section.tokens().get(token).text().charAt(0);
        return letter < 0x590;
    }

    /** A name begins with a capital, or in scripts without capitals with a word that is no cue. */
    private static boolean mayBegin(Section section, Sentence sentence, int token) {
        if (cased(section, token)) {
            boolean lowerCased = section.text().source().codePoints().noneMatch(Character::isUpperCase);
            return section.capital(token) || lowerCased;
        }
        String text = section.tokens().get(token).text();
        boolean conjunction = section.gapHas(token, COMMAS) && text.startsWith("\u0648");
        return !conjunction && ARTICLE_GLUED.stream().noneMatch(text::startsWith) && !covered(sentence, token);
    }

    private static boolean inAtom(Sentence sentence, int token) {
        return sentence.atoms().stream().anyMatch(a -> a.start() <= token && token < a.end() && !surname(a));
    }

    private static boolean ofPlace(Sentence sentence, int token) {
        return sentence.atoms().stream()
                .anyMatch(a -> a.start() <= token
                        && token < a.end()
                        && (a.is(MatchKind.PLACE) || a.is(MatchKind.COUNTRY))
                        && !a.is(MatchKind.PERSON));
    }

    /** A word that may be somebody's surname may as well be part of a stranger's name. */
    private static boolean surname(Atom atom) {
        return atom.readings().stream().allMatch(m -> m.kind() == MatchKind.PERSON && m.surnameOnly());
    }

    private static boolean honorific(Sentence sentence, int token) {
        return sentence.cues().stream().anyMatch(c -> c.cue() == Cue.HONORIFIC && c.covers(token));
    }

    private static boolean covered(Sentence sentence, int token) {
        return sentence.cues().stream().anyMatch(c -> c.covers(token) && !ALLOWED.contains(c.cue()));
    }

    private static boolean coveredByTrigger(Sentence sentence, int token) {
        return sentence.cues().stream()
                .anyMatch((CueMatch c) -> c.covers(token) && c.cue().trigger());
    }
}
