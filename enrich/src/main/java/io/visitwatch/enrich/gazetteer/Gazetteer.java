package io.visitwatch.enrich.gazetteer;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows names: finds them in folded text and answers who held which office when.
 *
 * <p>Immutable; share one between threads and swap the reference to replace it.
 */
public final class Gazetteer {
    /** Days around a term in which a surname alone still means its holder. */
    private static final int SURNAME_GRACE_DAYS = 200;

    private static final int LONGEST_NAME_IN_WORDS = 5;
    private static final int LENIENT_LATIN_LENGTH = 6;
    private static final double ACCEPTED = 0.65;

    /** Score of a holder whose term may have ended without the gazetteer knowing. */
    private static final double UNSURE_HOLDER = 0.6;

    private final String version;
    private final Map<String, Country> countries;
    private final Map<String, Organisation> organisations;
    private final Map<String, Office> offices;
    private final Map<String, Place> places;
    private final PeopleRegister people;
    private final NameIndex forms;
    private final NameFinder finder;
    private final Senses senses;
    private final SkeletonIndex skeletons;

    Gazetteer(
            String version,
            Map<String, Country> countries,
            Map<String, Organisation> organisations,
            Map<String, Office> offices,
            Map<String, Place> places,
            PeopleRegister people,
            NameIndex forms,
            Senses senses,
            SkeletonIndex skeletons) {
        this.version = version;
        this.countries = new LinkedHashMap<>(countries);
        this.organisations = new LinkedHashMap<>(organisations);
        this.offices = new LinkedHashMap<>(offices);
        this.places = new LinkedHashMap<>(places);
        this.people = people;
        this.forms = forms;
        this.finder = new NameFinder(forms);
        this.senses = senses;
        this.skeletons = skeletons;
    }

    /** The gazetteer shipped with the program. Loaded once. */
    public static Gazetteer bundled() {
        return Bundled.INSTANCE;
    }

    /**
     * The shipped gazetteer with other sources on top, in their order; files are read by
     * {@code io.visitwatch.enrich.gazetteer.importer.GazetteerFiles}.
     *
     * @param extraVersion digest of what the sources say, becomes part of {@link #version()}
     * @throws GazetteerException for data that cannot be used
     */
    public static Gazetteer bundledWith(List<GazetteerSink.Source> sources, String extraVersion) {
        return GazetteerLoader.load(sources, extraVersion);
    }

    private static final class Bundled {
        static final Gazetteer INSTANCE = GazetteerLoader.load(List.of(), "");
    }

    /** Digest of the data this gazetteer was made of: equal data, equal version. */
    public String version() {
        return version;
    }

    /**
     * Everything named in a text, in the order of the text.
     *
     * <p>Where forms overlap the longest wins; a span that may be several things gives one match per kind. Surnames standing
     * alone are matched only for people in or near office on {@code day}, and only where the script's capitals allow.
     *
     * @param text the text, folded
     * @param language its BCP 47 code; {@code und} when unknown
     * @param day day the text was published on; null when unknown
     */
    public List<Match> find(FoldedText text, String language, @Nullable LocalDate day) {
        long bits = Languages.ofText(language);
        List<Match> matches = new ArrayList<>();
        NameFinder.Filter filter = (form, start, end) -> mayStand(form, text, start, end, bits, day);
        for (NameFinder.Hit hit : finder.find(text.folded(), Languages.gluesParticles(bits), filter)) {
            List<Sense> all = senses.of(forms.payload(hit.form()));
            // the one sense of a form has passed the filter
            addMatches(hit, all.size() == 1 ? all : usable(all, text, hit.start(), hit.end(), bits, day), matches);
        }
        return matches;
    }

    /** A quick test for names of interest; {@code interest} is asked about every meaning of every form, as a match of its own. */
    public NameGate gate(Predicate<Match> interest) {
        return NameGate.of(this, forms, senses, interest);
    }

    /** As {@link #find(FoldedText, String, LocalDate)} without a day: surnames are matched for everybody. */
    public List<Match> find(FoldedText text, String language) {
        return find(text, language, null);
    }

    private boolean mayStand(int form, FoldedText text, int start, int end, long language, @Nullable LocalDate day) {
        int payload = forms.payload(form);
        if (Senses.isFullName(payload)) {
            return spoken(Senses.SOMEBODY, language, text.folded().charAt(start), end - start);
        }
        for (Sense sense : senses.of(payload)) {
            if (usable(sense, text, start, end, language, day)) {
                return true;
            }
        }
        return false;
    }

    private List<Sense> usable(
            List<Sense> all, FoldedText text, int start, int end, long language, @Nullable LocalDate day) {
        List<Sense> usable = new ArrayList<>(all.size());
        for (Sense sense : all) {
            if (usable(sense, text, start, end, language, day)) {
                usable.add(sense);
            }
        }
        return usable;
    }

    private boolean usable(Sense sense, FoldedText text, int start, int end, long language, @Nullable LocalDate day) {
        return spoken(sense, language, text.folded().charAt(start), end - start) && fits(sense, text, start, end, day);
    }

    /** Whether letter case and day let a form be meant, whatever the language. */
    boolean fits(Sense sense, FoldedText text, int start, int end, @Nullable LocalDate day) {
        return (sense.letterCase() == Sense.LetterCase.ANY || cased(sense, text, start, end))
                && (!sense.surname() || timely(sense.id(), day));
    }

    private static boolean cased(Sense sense, FoldedText text, int start, int end) {
        int from = text.originalOffset(start);
        return sense.letterCase()
                .meets(text.source(), from, text.original(start, end).end());
    }

    /** Short Latin words mean other things in other languages; longer ones and other scripts are names everywhere. */
    private static boolean spoken(Sense sense, long language, char letter, int length) {
        if ((sense.languages() & language) != 0) {
            return true;
        }
        boolean latin = letter < 0x250;
        return sense.kind() != MatchKind.OFFICE && length >= (latin ? LENIENT_LATIN_LENGTH : 4);
    }

    private boolean timely(String personId, @Nullable LocalDate day) {
        Person person = people.person(personId);
        return day == null
                || person == null
                || person.terms().stream().anyMatch(term -> term.daysAway(day) <= SURNAME_GRACE_DAYS);
    }

    private static void addMatches(NameFinder.Hit hit, List<Sense> usable, List<Match> matches) {
        if (usable.size() == 1) {
            Sense sense = usable.get(0);
            matches.add(new Match(
                    sense.kind(),
                    hit.start(),
                    hit.end(),
                    hit.outerStart(),
                    hit.outerEnd(),
                    List.of(sense.id()),
                    sense.country(),
                    sense.surname()));
            return;
        }
        Map<MatchKind, List<Sense>> byKind =
                usable.stream().collect(Collectors.groupingBy(Sense::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.forEach((kind, list) -> matches.add(new Match(
                kind,
                hit.start(),
                hit.end(),
                hit.outerStart(),
                hit.outerEnd(),
                list.stream().map(Sense::id).distinct().toList(),
                list.get(0).country(),
                list.stream().allMatch(Sense::surname))));
    }

    /** A country by its ISO code; null when unknown. */
    public @Nullable Country country(String code) {
        return countries.get(code);
    }

    /** An organisation by its id; null when unknown. */
    public @Nullable Organisation organisation(String id) {
        return organisations.get(id);
    }

    /** An office by its kind; null when unknown. */
    public @Nullable Office office(String kind) {
        return offices.get(kind);
    }

    /** A place by its id; null when unknown. */
    public @Nullable Place place(String id) {
        return places.get(id);
    }

    /** A person by id; null when unknown. */
    public @Nullable Person person(String id) {
        return people.person(id);
    }

    /** All people. */
    public Collection<Person> people() {
        return people.all();
    }

    /** All offices. */
    public Collection<Office> offices() {
        return offices.values();
    }

    /** All countries. */
    public Collection<Country> countries() {
        return countries.values();
    }

    /** Folded full names that stand for more than one person, with their ids, in alphabetical order. */
    Map<String, List<String>> sharedNames() {
        Map<String, List<String>> shared = new TreeMap<>();
        forms.forEach(form -> {
            List<String> ids = senses.of(forms.payload(form)).stream()
                    .filter(sense -> sense.kind() == MatchKind.PERSON && !sense.surname())
                    .map(Sense::id)
                    .distinct()
                    .toList();
            if (ids.size() > 1) {
                shared.put(forms.text(form), ids);
            }
        });
        return shared;
    }

    /** Whether a place lies in another, or is it. */
    public boolean isWithin(String placeId, String outerId) {
        Place place = places.get(placeId);
        while (place != null) {
            if (place.id().equals(outerId)) {
                return true;
            }
            String parent = place.parent();
            place = parent == null ? null : places.get(parent);
        }
        return false;
    }

    /**
     * Who held an office on a day.
     *
     * @param country ISO code or organisation acronym
     * @param officeKind kind of office
     * @param day the day
     * @return the holder, or nobody where the office has several at once, or none is known; score 1 when the term's end is known
     *     or it is known to go on, 0.6 when it may have ended unnoticed
     */
    public Optional<NameMatch> holder(String country, String officeKind, LocalDate day) {
        Office office = offices.get(officeKind);
        if (office == null || !office.single()) {
            return Optional.empty();
        }
        return people.holders(country, officeKind, day).stream()
                .map(this::matchOf)
                .findFirst();
    }

    /** Everybody known to have held an office on a day, the latest begun first. */
    public List<NameMatch> holders(String country, String officeKind, LocalDate day) {
        return people.holders(country, officeKind, day).stream()
                .map(this::matchOf)
                .toList();
    }

    private NameMatch matchOf(Term term) {
        Person person = people.person(term.personId());
        if (person == null) {
            throw new IllegalStateException("term of unknown person " + term.personId());
        }
        return new NameMatch(person, term, term.endKnown() ? 1 : UNSURE_HOLDER);
    }

    /**
     * Whose name this may be, in whatever script and spelling.
     *
     * @param name the name as a text gives it, without titles
     * @param country country or organisation the text gives for him; null when it gives none
     * @param officeKind office the text gives; null when it gives none
     * @param day day of the text; null when unknown
     * @return best first; empty when nobody fits well enough. A surname alone needs country or office to agree
     */
    public List<NameMatch> byName(
            String name, @Nullable String country, @Nullable String officeKind, @Nullable LocalDate day) {
        return byFolded(Normalizer.fold(name).folded(), new NameContext(country, officeKind, day));
    }

    private List<NameMatch> byFolded(String folded, NameContext context) {
        List<NameMatch> matches = new ArrayList<>();
        skeletons.find(folded).forEach((person, score) -> {
            NameMatch match = context.weigh(person, score);
            if (match.score() >= ACCEPTED) {
                matches.add(match);
            }
        });
        matches.sort(SkeletonIndex.BEST_FIRST);
        return matches;
    }

    /**
     * The best known name that begins at a place in a text, for names written in a way nobody listed.
     *
     * @param text folded text
     * @param start folded offset of the first letter of the name
     * @param limit folded offset the name does not reach beyond
     * @param country country the text gives
     * @param officeKind office the text gives; null when none
     * @param day day of the text; null when unknown
     */
    public Optional<NameMatch.InText> nameAt(
            FoldedText text,
            int start,
            int limit,
            @Nullable String country,
            @Nullable String officeKind,
            @Nullable LocalDate day) {
        String folded = text.folded().substring(0, limit);
        NameContext context = new NameContext(country, officeKind, day);
        NameMatch.@Nullable InText best = null;
        int end = WordUnits.endOfWord(folded, start);
        for (int words = 1; words <= LONGEST_NAME_IN_WORDS && end > start; words++) {
            List<NameMatch> matches = byFolded(folded.substring(start, end), context);
            if (!matches.isEmpty()
                    && (best == null || matches.get(0).score() > best.match().score())) {
                best = new NameMatch.InText(matches.get(0), start, end);
            }
            int next = WordUnits.nextWord(folded, end);
            if (next == folded.length() || !WordUnits.joins(folded, end, next, end - start)) {
                break;
            }
            end = WordUnits.endOfWord(folded, next);
        }
        return Optional.ofNullable(best);
    }

    /**
     * Id for somebody the gazetteer does not know, the same for most spellings and scripts of one name.
     *
     * @param name name as a text gives it
     * @param country country or organisation acted for; empty when unknown
     */
    public static String unknownId(String name, String country) {
        NameWords words = NameWords.of(Normalizer.fold(name).folded());
        String skeleton = words.words().stream().map(Skeleton::of).collect(Collectors.joining("-"));
        return "person:" + country + ":" + skeleton;
    }
}
