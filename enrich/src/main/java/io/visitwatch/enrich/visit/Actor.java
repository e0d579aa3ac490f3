package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.tag.Section;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a group, as a sentence names them: nation, office and name put together.
 *
 * @param section section it stands in
 * @param sentence number of its sentence in that section
 * @param start first token
 * @param end one past the last token
 * @param side whom it acts for, seen from the watched country
 * @param standing what kind of person it is
 * @param country state or organisation acted for; empty when unknown
 * @param officeKind kind of office; null when none is known
 * @param personId id in the gazetteer; null when unknown there
 * @param name name as written; empty when none
 * @param role words for the office as written; empty when none
 * @param traits further things the words say
 * @param governed whether a preposition or a case makes it no subject
 */
record Actor(
        Section section,
        int sentence,
        int start,
        int end,
        Side side,
        Standing standing,
        String country,
        @Nullable String officeKind,
        @Nullable String personId,
        String name,
        String role,
        Set<Trait> traits,
        boolean governed) {
    /** Whom somebody acts for. */
    enum Side {
        /** The watched country. */
        HOME,
        /** Another state, or an international organisation. */
        FOREIGN,
        /** Not told. */
        UNKNOWN
    }

    /** What kind of person it is. */
    enum Standing {
        /** Holds an office, or stands for a state. */
        OFFICIAL,
        /** Stationed in the country he works in. */
        RESIDENT,
        /** A state's people without name: delegation, envoys, officials. */
        GROUP,
        /** Known or named, but nothing says that he holds an office now. */
        PERSON,
        /** Troops, journalists, companies, sportsmen. */
        NONOFFICIAL,
        /** Dead, or out of office. */
        PAST
    }

    /** What else the words say. */
    enum Trait {
        /** Has a personal name. */
        NAMED,
        /** The person is in the gazetteer. */
        KNOWN,
        /** Words give an office. */
        OFFICE_SAID,
        /** Words give a nation. */
        NATION_SAID,
        /** Nation lent by the outlet or the language. */
        NATION_LENT,
        /** Nation of an earlier mention, to which it was lent. */
        NATION_ECHOED,
        /** Named by the surname alone. */
        SURNAME,
        /** So named, and the only one of that surname in a high office on the day. */
        PROMINENT,
        /** No office known on the day, but one not long before. */
        LAPSED,
        /** Several people. */
        PLURAL,
        /** "Counterpart". */
        COUNTERPART,
        /** A pronoun or a dropped subject stood for it. */
        COREFERENCE,
        /** Appointed, or coming, to stay. */
        POSTED_HERE,
        /** Called a guest, or visiting, by the words beside it. */
        VISITING
    }

    boolean home() {
        return side == Side.HOME;
    }

    boolean foreign() {
        return side == Side.FOREIGN;
    }

    /** Whether it can be a visitor as far as its words tell. */
    boolean visitor() {
        return foreign() && (standing == Standing.OFFICIAL || standing == Standing.GROUP);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    Actor with(Trait trait) {
        Set<Trait> more = java.util.EnumSet.of(trait);
        more.addAll(traits);
        return copy(side, standing, country, java.util.Collections.unmodifiableSet(more), governed);
    }

    /** This stranger as a companion of somebody whose state is known. */
    Actor actingFor(Actor head) {
        return copy(head.side, standing, head.country, traits, governed);
    }

    /** This one, whose state nobody says, as one whom a state sends. */
    Actor sentBy(String state) {
        boolean told = side != Side.UNKNOWN && !has(Trait.NATION_LENT);
        return told
                ? this
                : copy(Side.FOREIGN, standing, state, traits, governed).with(Trait.NATION_SAID);
    }

    /** This named stranger with what an apposition says of him. */
    Actor describedBy(Actor office) {
        Set<Trait> all = java.util.EnumSet.copyOf(traits);
        all.addAll(office.traits);
        all.removeAll(Set.of(Trait.NATION_LENT, Trait.NATION_ECHOED));
        Standing described = office.standing == Standing.GROUP ? Standing.OFFICIAL : office.standing;
        return new Actor(
                section,
                sentence,
                start,
                office.end,
                office.side,
                described,
                office.country,
                office.officeKind,
                personId,
                name,
                office.role,
                java.util.Collections.unmodifiableSet(all),
                governed);
    }

    /** This person as the holder of a post in the country he works in. */
    Actor resident() {
        return copy(side, Standing.RESIDENT, country, traits, governed);
    }

    /** This one as the object of a preposition. */
    Actor asGoverned() {
        return copy(side, standing, country, traits, /* object= */ true);
    }

    /** The same words with another reading of whose they are. */
    private Actor copy(Side whose, Standing as, String of, Set<Trait> said, boolean object) {
        return new Actor(section, sentence, start, end, whose, as, of, officeKind, personId, name, role, said, object);
    }

    /** Key under which mentions of one person or group meet inside an article. */
    String key() {
        if (personId != null) {
            return personId;
        }
        if (!name.isEmpty()) {
            return io.visitwatch.enrich.gazetteer.Gazetteer.unknownId(name, country);
        }
        return officeKind == null ? "delegation:" + country : "office:" + country + ":" + officeKind;
    }
}
