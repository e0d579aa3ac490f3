package io.visitwatch.enrich.gazetteer;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Finds people by the skeleton of a name, whatever its script and spelling. */
final class SkeletonIndex {
    private static final double SAME_WORDS = 0.8;
    private static final double FAMILY_NAME = 0.5;
    private static final double FAMILY_NAME_INSIDE = 0.4;
    private static final double GIVEN_NAME = 0.3;
    private static final double INITIAL = 0.1;
    private static final double OTHER_GIVEN_NAME = -0.45;

    /** Names read lately, so that the few a news day is about are not read again and again. */
    private static final int KEPT = 1 << 12;

    private final NameIndex forms;
    private final Senses senses;
    private final PeopleRegister people;
    private final List<Spelling> spellings;
    private final SkeletonTable table;
    private final AtomicReferenceArray<@Nullable Known> kept = new AtomicReferenceArray<>(KEPT);

    private SkeletonIndex(
            NameIndex forms, Senses senses, PeopleRegister people, List<Spelling> spellings, SkeletonTable table) {
        this.forms = forms;
        this.senses = senses;
        this.people = people;
        this.spellings = spellings;
        this.table = table;
    }

    /** A name that reads otherwise than the form it is found by: {@code qa'ani}. */
    private record Spelling(String folded, int person) {}

    /** A name as it compares. */
    private record Known(int entry, List<Person> people, NameWords name, Set<String> keys) {}

    /** Collects names. */
    static final class Builder {
        private final BitSet plain = new BitSet();
        private final Set<Spelling> spellings = new LinkedHashSet<>();

        /**
         * Adds a person's name.
         *
         * @param form number of its form in the name index
         */
        void add(int form, String folded, int person) {
            if (folded.indexOf('\'') >= 0) {
                spellings.add(new Spelling(folded, person));
            } else {
                plain.set(form);
            }
        }

        /**
         * The finished index.
         *
         * @param numbers what the numbers of forms became when the name index was built
         */
        SkeletonIndex build(NameIndex forms, int[] numbers, Senses senses, PeopleRegister people) {
            SkeletonKeys keys = new SkeletonKeys();
            SkeletonTable.Builder table = new SkeletonTable.Builder();
            plain.stream().map(form -> numbers[form]).forEach(form -> keys.add(forms.text(form), form, table));
            List<Spelling> others = List.copyOf(spellings);
            for (int i = 0; i < others.size(); i++) {
                keys.add(others.get(i).folded(), forms.bound() + i, table);
            }
            return new SkeletonIndex(forms, senses, people, others, table.build(forms.bound() + others.size()));
        }
    }

    /** Skeletons a name is kept under, or looked up by. */
    static Set<String> keys(NameWords name, boolean kept) {
        Set<String> keys = new LinkedHashSet<>(name.tails());
        int first = name.words().size() > 1 && kept ? 1 : 0;
        for (int i = first; i < name.words().size(); i++) {
            keys.addAll(name.skeletons().get(i));
        }
        keys.removeIf(key -> key.length() < 2);
        return keys;
    }

    /** How well people's names agree with a folded name, by person, best spelling each; above 0.4 only. */
    Map<Person, Double> find(String folded) {
        NameWords name = NameWords.of(folded);
        Map<Person, Double> scores = new LinkedHashMap<>();
        if (name.isEmpty()) {
            return scores;
        }
        for (String key : keys(name, false)) {
            table.find(SkeletonKeys.hash(key), entry -> {
                Known known = known(entry);
                double score = known.keys().contains(key) ? score(name, known.name()) : 0;
                if (score >= FAMILY_NAME_INSIDE) {
                    known.people().forEach(person -> scores.merge(person, score, Math::max));
                }
            });
        }
        return scores;
    }

    private Known known(int entry) {
        Known known = kept.get(entry & (KEPT - 1));
        if (known == null || known.entry() != entry) {
            known = entry < forms.bound()
                    ? known(entry, forms.text(entry), peopleOf(entry))
                    : spelling(entry, spellings.get(entry - forms.bound()));
            kept.set(entry & (KEPT - 1), known);
        }
        return known;
    }

    private Known spelling(int entry, Spelling spelling) {
        return known(entry, spelling.folded(), List.of(people.person(spelling.person())));
    }

    private static Known known(int entry, String folded, List<Person> people) {
        NameWords name = NameWords.of(folded);
        return new Known(entry, people, name, keys(name, true));
    }

    private List<Person> peopleOf(int form) {
        return senses.of(forms.payload(form)).stream()
                .filter(sense -> sense.kind() == MatchKind.PERSON)
                .map(sense -> Objects.requireNonNull(people.person(sense.id()), sense.id()))
                .distinct()
                .toList();
    }

    private static double score(NameWords text, NameWords known) {
        if (text.words().equals(known.words())) {
            return text.words().size() > 1 ? SAME_WORDS + GIVEN_NAME / 2 : FAMILY_NAME + INITIAL;
        }
        double family = family(text, known);
        if (family == 0 || text.words().size() == 1) {
            return family;
        }
        return family + given(text, known);
    }

    private static double family(NameWords text, NameWords known) {
        boolean joined = text.words().size() != known.words().size()
                && text.tails().stream()
                        .anyMatch(tail -> tail.length() > 2 && known.tails().contains(tail));
        int last = text.words().size() - 1;
        int knownLast = known.words().size() - 1;
        if (joined || text.agree(last, known, knownLast)) {
            return FAMILY_NAME;
        }
        boolean alone = text.words().size() == 1;
        for (int j = 1; j < knownLast; j++) {
            if (text.agree(last, known, j)) {
                return alone ? FAMILY_NAME_INSIDE / 2 : FAMILY_NAME_INSIDE;
            }
        }
        boolean familyFirst = text.words().size() > 1 && knownLast > 0 && text.agree(0, known, knownLast);
        return familyFirst ? FAMILY_NAME_INSIDE : 0;
    }

    private static double given(NameWords text, NameWords known) {
        if (text.agree(0, known, 0)) {
            return GIVEN_NAME;
        }
        for (int i = 0; i < text.words().size() - 1; i++) {
            for (int j = 0; j < known.words().size() - 1; j++) {
                if (text.agree(i, known, j)) {
                    return GIVEN_NAME / 2;
                }
            }
        }
        String word = text.words().get(0);
        boolean initial = word.length() == 1 && known.words().get(0).startsWith(word);
        return initial ? INITIAL : known.words().size() == 1 ? 0 : OTHER_GIVEN_NAME;
    }

    /** Order of matches: best score first, then by id so that equal input gives equal output. */
    static final Comparator<NameMatch> BEST_FIRST = Comparator.comparingDouble(NameMatch::score)
            .reversed()
            .thenComparing(match -> match.person().id());
}
