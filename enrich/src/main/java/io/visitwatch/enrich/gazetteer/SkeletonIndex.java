package io.visitwatch.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds people by the skeleton of a name, whatever its script and spelling. */
final class SkeletonIndex {
    private static final double SAME_WORDS = 0.8;
    private static final double FAMILY_NAME = 0.5;
    private static final double FAMILY_NAME_INSIDE = 0.4;
    private static final double GIVEN_NAME = 0.3;
    private static final double INITIAL = 0.1;
    private static final double OTHER_GIVEN_NAME = -0.45;

    private final Map<String, List<Entry>> bySkeleton;

    private SkeletonIndex(Map<String, List<Entry>> bySkeleton) {
        this.bySkeleton = bySkeleton;
    }

    private record Entry(Person person, NameWords name) {}

    /** Collects names. */
    static final class Builder {
        private final Map<String, Set<String>> names = new LinkedHashMap<>();

        void add(String personId, String folded) {
            names.computeIfAbsent(personId, id -> new LinkedHashSet<>()).add(folded);
        }

        SkeletonIndex build(PeopleRegister people) {
            Map<String, List<Entry>> bySkeleton = new HashMap<>();
            names.forEach((id, forms) -> {
                Person person = Objects.requireNonNull(people.person(id), id);
                for (String form : forms) {
                    NameWords name = NameWords.of(form);
                    for (String key : keys(name, true)) {
                        bySkeleton.computeIfAbsent(key, k -> new ArrayList<>(2)).add(new Entry(person, name));
                    }
                }
            });
            return new SkeletonIndex(bySkeleton);
        }
    }

    /** Skeletons a name is kept under, or looked up by. */
    private static Set<String> keys(NameWords name, boolean kept) {
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
            for (Entry entry : bySkeleton.getOrDefault(key, List.of())) {
                double score = score(name, entry.name());
                if (score >= FAMILY_NAME_INSIDE) {
                    scores.merge(entry.person(), score, Math::max);
                }
            }
        }
        return scores;
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
