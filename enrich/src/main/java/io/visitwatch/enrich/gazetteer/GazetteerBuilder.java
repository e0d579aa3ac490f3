package io.visitwatch.enrich.gazetteer;

import io.visitwatch.enrich.gazetteer.Sense.LetterCase;
import io.visitwatch.enrich.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what data files say and checks that nothing dangles. Not safe to share between threads. */
final class GazetteerBuilder implements GazetteerSink {
    /** The Kurdistan Region: its officials act for it, and count as Iraq's own. */
    static final String KURDISTAN = "IQ-KR";

    private final Map<String, Country> countries = new LinkedHashMap<>();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final PeopleNames people = new PeopleNames();
    private final Map<String, List<Term>> terms = new LinkedHashMap<>();
    private final Senses.Builder senses = new Senses.Builder(people);
    private final NameIndexBuilder forms = new NameIndexBuilder(people);
    private final SkeletonIndex.Builder skeletons = new SkeletonIndex.Builder();

    void country(Country country) {
        once(countries.put(country.code(), country), "country", country.code());
    }

    void organisation(Organisation organisation) {
        once(organisations.put(organisation.id(), organisation), "organisation", organisation.id());
    }

    void office(Office office) {
        once(offices.put(office.kind(), office), "office", office.kind());
    }

    void place(Place place) {
        once(places.put(place.id(), place), "place", place.id());
    }

    /** Whom an organisation acts for; empty for bodies without official standing. */
    String actsFor(String organisation) {
        requireKnown(MatchKind.ORGANISATION, organisation);
        return Objects.requireNonNull(organisations.get(organisation)).actsFor();
    }

    /** The country a place lies in. */
    String countryOfPlace(String place) {
        requireKnown(MatchKind.PLACE, place);
        return Objects.requireNonNull(places.get(place)).country();
    }

    @Override
    public boolean knowsPerson(String id) {
        return people.knows(id);
    }

    @Override
    public boolean knowsCountry(String code) {
        return countries.containsKey(code)
                || KURDISTAN.equals(code)
                || organisations.values().stream()
                        .anyMatch(organisation -> organisation.actsFor().equals(code));
    }

    @Override
    public void addPerson(String id, String name, boolean surname) {
        if (!hasLetter(name)) {
            throw new IllegalArgumentException("person " + id + " has no name");
        }
        latinPerson(id, name, surname);
    }

    private static boolean hasLetter(String name) {
        int at = 0;
        while (at < name.length() && !Character.isLetter(name.codePointAt(at))) {
            at += Character.charCount(name.codePointAt(at));
        }
        return at < name.length();
    }

    /** Declares a person whose name in Latin script is also written the way newspapers write such names. */
    void latinPerson(String id, String name, boolean surname) {
        int number = people.put(id, name);
        PersonForms.ofLatin(name, surname).forEach((form, alone) -> personForm(number, form, alone));
    }

    @Override
    public void addPersonName(String id, String name) {
        personForm(id, name, PersonForms.oneWord(name));
    }

    @Override
    public void addTerm(Term term) {
        if (!knowsCountry(term.country())) {
            throw new IllegalArgumentException("unknown country '" + term.country() + "'");
        }
        term(term);
    }

    @Override
    public void forgetTerms(String personId, String country, String officeKind) {
        List<Term> known = terms.get(personId);
        if (known != null) {
            known.removeIf(
                    term -> term.country().equals(country) && term.officeKind().equals(officeKind));
        }
    }

    @Override
    public void addPlace(Place place, List<String> names) {
        places.putIfAbsent(place.id(), place);
        addForms(MatchKind.PLACE, place.id(), "*", names);
    }

    @Override
    public void addOrganisation(Organisation organisation, List<String> names) {
        organisations.putIfAbsent(organisation.id(), organisation);
        addForms(MatchKind.ORGANISATION, organisation.id(), "*", names);
    }

    @Override
    public void addForms(MatchKind kind, String id, String language, List<String> added) {
        long bits = Languages.parse(language);
        for (String each : added) {
            if (kind == MatchKind.PERSON) {
                addPersonName(id, each);
            } else {
                form(kind, id, each, bits, impliedBy(kind, id));
            }
        }
    }

    private @Nullable String impliedBy(MatchKind kind, String id) {
        requireKnown(kind, id);
        return switch (kind) {
            case COUNTRY, NATIONALITY, METONYM -> id;
            case ORGANISATION -> actsFor(id).isEmpty() ? null : actsFor(id);
            case PLACE -> countryOfPlace(id);
            case PERSON, OFFICE, TRAP -> null;
        };
    }

    void term(Term term) {
        if (!offices.containsKey(term.officeKind())) {
            throw new IllegalArgumentException("unknown office '" + term.officeKind() + "' of " + term.personId());
        }
        if (!people.knows(term.personId())) {
            throw new IllegalArgumentException("term of unknown person " + term.personId());
        }
        terms.computeIfAbsent(term.personId(), id -> new ArrayList<>()).add(term);
    }

    /** Adds a written form of something declared before. */
    void form(MatchKind kind, String id, String form, long languages, @Nullable String country) {
        requireKnown(kind, id);
        String folded = Normalizer.fold(form).folded();
        LetterCase letterCase = LetterCase.of(form);
        add(folded, new Sense(kind, id, country, languages, letterCase, false));
    }

    /** Adds a written form of a person's name. */
    void personForm(String id, String form, boolean surname) {
        int number = people.number(id);
        if (number < 0) {
            requireKnown(MatchKind.PERSON, id);
        }
        personForm(number, form, surname);
    }

    private void personForm(int number, String form, boolean surname) {
        String folded = Normalizer.foldToString(form);
        int at = forms.addName(folded, number, Senses.Builder.ofPerson(number, surname), senses::merge);
        if (at >= 0) {
            skeletons.add(at, folded, number);
        }
    }

    private void add(String folded, Sense sense) {
        forms.add(folded, senses.of(sense), senses::merge);
    }

    private void requireKnown(MatchKind kind, String id) {
        boolean known = switch (kind) {
            case PERSON -> people.knows(id);
            case OFFICE -> offices.containsKey(id);
            case COUNTRY, NATIONALITY, METONYM -> countries.containsKey(id);
            case ORGANISATION -> organisations.containsKey(id);
            case PLACE -> places.containsKey(id);
            case TRAP -> true;
        };
        if (!known) {
            throw new IllegalArgumentException("unknown " + kind.word() + " '" + id + "'");
        }
    }

    private static void once(@Nullable Object former, String what, String id) {
        if (former != null) {
            throw new IllegalArgumentException(what + " '" + id + "' is declared twice");
        }
    }

    /**
     * The finished gazetteer.
     *
     * @param version digest of the files it was made of
     */
    Gazetteer build(String version) {
        for (Place place : places.values()) {
            String parent = place.parent();
            if (parent != null && !places.containsKey(parent)) {
                throw new GazetteerException("place '" + place.id() + "' lies in unknown place '" + parent + "'");
            }
        }
        people.trim();
        PeopleRegister register = new PeopleRegister(people, terms);
        int[] numbers = forms.numbers();
        NameIndex index = forms.build(numbers);
        Senses meanings = senses.build(register);
        return new Gazetteer(
                version,
                countries,
                organisations,
                offices,
                places,
                register,
                index,
                meanings,
                skeletons.build(index, numbers, meanings, register));
    }
}
