package io.visitwatch.enrich.lang;

import io.visitwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cues and habits of one language. Immutable; made by {@link LanguagePacks}.
 *
 * <p>A match is looked up by its first word, so a pack may hold thousands of phrases.
 */
public final class LanguagePack {
    private final String code;
    private final WordOrder order;
    private final @Nullable String home;
    private final Affixes affixes;
    private final Map<String, List<Entry>> byWord;
    private final List<Entry> loose;
    private final LooseHeads looseHeads;
    private final Set<String> habits;
    private final Set<String> inSuffixes;
    private final Set<String> toSuffixes;
    private final Set<String> fromSuffixes;
    private final Set<String> obliqueSuffixes;

    LanguagePack(String code, Settings settings, List<Entry> entries) {
        this.code = code;
        this.order = settings.order();
        this.home = settings.home();
        this.affixes = new Affixes(settings.prefixes(), settings.conjunctions(), settings.future());
        this.habits = settings.habits();
        this.inSuffixes = settings.inSuffixes();
        this.toSuffixes = settings.toSuffixes();
        this.fromSuffixes = settings.fromSuffixes();
        this.obliqueSuffixes = settings.obliqueSuffixes();
        Map<String, List<Entry>> index = new HashMap<>();
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : entries) {
            boolean whole = entry.pattern().heads().stream().allMatch(w -> w.shape() == Pattern.Shape.WHOLE);
            if (whole) {
                entry.pattern()
                        .heads()
                        .forEach(w -> index.computeIfAbsent(w.text(), k -> new ArrayList<>())
                                .add(entry));
            } else {
                rest.add(entry);
            }
        }
        this.byWord = Map.copyOf(index);
        this.loose = List.copyOf(rest);
        this.looseHeads = new LooseHeads(rest.stream().map(Entry::pattern).toList());
    }

    /** BCP 47 code. */
    public String code() {
        return code;
    }

    /** Where the verb stands. */
    public WordOrder order() {
        return order;
    }

    /** The state whose officials the language's outlets name without a nation, where one outweighs the others. */
    public Optional<String> home() {
        return Optional.ofNullable(home);
    }

    /** Whether a country's name may stand before the office it goes with ({@code Iran foreign minister}). */
    public boolean countryBefore() {
        return habits.contains("country-before") || ownerBefore();
    }

    /** Whether verbs go without a subject when it is known ({@code aterrizó en Bagdad}). */
    public boolean dropsSubject() {
        return habits.contains("drops-subject");
    }

    /** Whether a verb of movement may stand before its subject ({@code llegó a Bagdad el ministro}, {@code traf X ein}). */
    public boolean movesFirst() {
        return habits.contains("moves-first");
    }

    /** Whether the owner stands before what he owns ({@code ایران کا وفد}), so that a place behind an office is not the office's. */
    public boolean ownerBefore() {
        return habits.contains("owner-before");
    }

    /** Whether a verb in the middle of its clause may stand before its subject ({@code משם המשיך הנשיא}). */
    public boolean inverts() {
        return habits.contains("inverts");
    }

    /** Whether a negation follows what it negates. */
    public boolean negatesAfter() {
        return habits.contains("negates-after");
    }

    /** Whether the present tense often speaks of tomorrow. */
    public boolean presentForFuture() {
        return habits.contains("present-for-future");
    }

    /** Whether adjectives follow their noun ({@code الوضع الأمني في}), and nothing that describes a place follows its name. */
    public boolean adjectiveAfter() {
        return habits.contains("adjective-after");
    }

    /** Whether case endings join names without an apostrophe ({@code Bağdadda}), so that they are read off the word's end. */
    public boolean gluesEndings() {
        return habits.contains("glues-endings");
    }

    /** Whether {@code suffix}, written after a name ({@code Bağdat'ta}), says that somebody is there. */
    public boolean marksIn(String suffix) {
        return inSuffixes.contains(suffix);
    }

    /** Whether {@code suffix} says that somebody goes there. */
    public boolean marksTo(String suffix) {
        return toSuffixes.contains(suffix);
    }

    /** Whether {@code suffix} says that somebody comes from there. */
    public boolean marksFrom(String suffix) {
        return fromSuffixes.contains(suffix);
    }

    /** Whether {@code suffix} says that the name before it is no subject. */
    public boolean marksOblique(String suffix) {
        return obliqueSuffixes.contains(suffix);
    }

    /**
     * All cues in the tokens {@code [start, end)}, in order of their first token.
     *
     * <p>Of overlapping triggers the longest stays (the first of equals); other cues stand beside each other.
     */
    public List<CueMatch> match(List<Token> tokens, int start, int end) {
        List<CueMatch> found = new ArrayList<>();
        for (int at = start; at < end; at++) {
            List<Affixes.Form> forms = affixes.forms(tokens.get(at).text());
            for (Affixes.Form form : forms) {
                for (Entry entry : byWord.getOrDefault(form.text(), List.of())) {
                    add(found, entry, form.ahead(), tokens, at, end);
                }
            }
            for (int number : looseHeads.at(forms)) {
                add(found, loose.get(number), false, tokens, at, end);
            }
        }
        return withoutOverlaps(found);
    }

    private void add(List<CueMatch> found, Entry entry, boolean ahead, List<Token> tokens, int at, int end) {
        int stop = entry.pattern().match(tokens, at, end, affixes);
        if (stop > at) {
            Tense tense = ahead && entry.cue().trigger() ? Tense.PLAN : entry.tense();
            found.add(new CueMatch(entry.cue(), tense, at, stop));
        }
    }

    private static List<CueMatch> withoutOverlaps(List<CueMatch> found) {
        List<CueMatch> longest = new ArrayList<>(found);
        longest.sort(
                Comparator.comparingInt((CueMatch m) -> m.start() - m.end()).thenComparingInt(CueMatch::start));
        List<CueMatch> kept = new ArrayList<>();
        for (CueMatch match : longest) {
            if (!covered(match, kept)) {
                kept.add(match);
            }
        }
        kept.sort(Comparator.comparingInt(CueMatch::start).thenComparingInt(CueMatch::end));
        return List.copyOf(kept);
    }

    private static boolean covered(CueMatch match, List<CueMatch> kept) {
        for (CueMatch k : kept) { // no stream: this is the innermost loop of all reading
            boolean overlaps = match.start() < k.end() && k.start() < match.end();
            if (overlaps
                    && (k.cue() == match.cue()
                            || (k.cue().trigger()
                                    && match.cue().trigger()
                                    && !(k.cue() == Cue.ATTEND && match.cue() == Cue.EVENT)))) {
                return true;
            }
        }
        return false;
    }

    /** One line of a pack. */
    record Entry(Cue cue, Pattern pattern, Tense tense) {}

    /** What {@code settings.tsv} says. */
    record Settings(
            WordOrder order,
            @Nullable String home,
            List<String> prefixes,
            Set<String> conjunctions,
            Set<String> future,
            Set<String> habits,
            Set<String> inSuffixes,
            Set<String> toSuffixes,
            Set<String> fromSuffixes,
            Set<String> obliqueSuffixes) {}
}
