package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.Tense;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Atom;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.enrich.visit.Spot.Level;
import io.visitwatch.enrich.visit.Spot.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the places of a sentence that are no part of an actor. */
final class SpotFinder {
    private static final String ARABIC_IN = "\u0628";
    private static final String ARABIC_TO = "\u0644";
    private static final String ARABIC_AND = "\u0648";

    private static final int GLUED_STEM = 4;
    private static final char LAST_CASED = '\u058F';

    private final Scene scene;
    private final LanguagePack pack;
    private final String countryPlace;

    SpotFinder(Scene scene, LanguagePack pack) {
        this.scene = scene;
        this.pack = pack;
        this.countryPlace = scene.countryPlace();
    }

    /** The spots, in order. */
    List<Spot> find(Section section, Sentence sentence, List<Actor> actors) {
        List<Spot> spots = new ArrayList<>();
        for (Atom atom : sentence.atoms()) {
            boolean taken = actors.stream().anyMatch(a -> a.start() <= atom.start() && atom.end() <= a.end());
            Spot spot = taken ? null : spot(section, sentence, atom);
            Spot last = spots.isEmpty() ? null : spots.get(spots.size() - 1);
            boolean names = last != null
                    && spot != null
                    && spot.level() == Level.COUNTRY
                    && spot.start() - last.end() <= 2
                    && (last.level() == Level.ELSEWHERE || last.level() == Level.PLACE)
                    && (spot.role() == Role.IN || section.gapHas(spot.start(), ","));
            if (spot != null && !names) {
                boolean listed = last != null
                        && last.loose()
                        && spot.start() == last.end()
                        && (spot.role() == Role.NONE || atom.prefix().equals(ARABIC_AND));
                spots.add(listed ? spot.asLoose() : spot);
            }
        }
        return spots;
    }

    private @Nullable Spot spot(Section section, Sentence sentence, Atom atom) {
        String id = placeId(atom);
        if (id == null) {
            return null;
        }
        Level level = level(id);
        String venue = level == Level.PLACE && !id.equals(scene.place().id())
                ? section.surface(atom.start(), atom.end())
                : null;
        return new Spot(
                atom.start(),
                atom.end(),
                level,
                id,
                venue,
                role(section, sentence, atom),
                loose(section, sentence, atom));
    }

    private @Nullable String placeId(Atom atom) {
        Match place = atom.as(MatchKind.PLACE);
        if (place != null) {
            return best(place.ids());
        }
        if (atom.is(MatchKind.PERSON) || atom.is(MatchKind.NATIONALITY)) {
            return null;
        }
        Match country = atom.as(MatchKind.COUNTRY);
        Match body = country == null ? atom.as(MatchKind.METONYM) : country;
        if (body == null) {
            return null;
        }
        return body.id().equals(scene.home()) ? countryPlace : "country:" + body.id();
    }

    /** Of several places of one name the one inside the watch, if any. */
    private String best(List<String> ids) {
        return ids.stream()
                .filter(id -> scene.gazetteer().isWithin(id, scene.place().id()))
                .findFirst()
                .orElse(ids.get(0));
    }

    private Level level(String id) {
        if (scene.gazetteer().isWithin(id, scene.place().id())) {
            return Level.PLACE;
        }
        if (id.equals(countryPlace)) {
            return Level.COUNTRY;
        }
        Place place = scene.gazetteer().place(id);
        return place != null && place.country().equals(scene.home()) ? Level.ELSEWHERE : Level.ABROAD;
    }

    private Role role(Section section, Sentence sentence, Atom atom) {
        String prefix = atom.prefix();
        if (prefix.contains(ARABIC_IN)) {
            return Role.IN;
        }
        if (prefix.contains(ARABIC_TO)) {
            return Role.TO;
        }
        for (String particle : particles(section, sentence, atom)) {
            if (pack.marksIn(particle)) {
                return Role.IN;
            }
            if (pack.marksTo(particle)) {
                return Role.TO;
            }
            if (pack.marksFrom(particle)) {
                Role said = before(section, sentence, atom.start());
                return said == Role.NONE ? Role.FROM : said;
            }
        }
        Role behind =
                pack.order() == WordOrder.SOV && !pack.adjectiveAfter() ? behind(section, sentence, atom) : Role.NONE;
        return behind == Role.NONE ? before(section, sentence, atom.start()) : behind;
    }

    /** "Irak'ın başkentinde": the word right behind the name says it. */
    private static Role behind(Section section, Sentence sentence, Atom atom) {
        int next = atom.end();
        if (next < sentence.end() && section.gapHas(next, "'")) {
            next++;
        }
        if (next >= sentence.end() || section.gapHas(next, ",;:()")) {
            return Role.NONE;
        }
        for (CueMatch cue : sentence.cues()) {
            if (cue.start() == next && cue.cue() == Cue.IN) {
                return Role.IN;
            }
            if (cue.start() == next && cue.cue() == Cue.TO) {
                return Role.TO;
            }
        }
        return Role.NONE;
    }

    /** What is written together with the place or, in languages with postpositions, right after it. */
    private List<String> particles(Section section, Sentence sentence, Atom atom) {
        List<String> particles = new ArrayList<>(3);
        String ending = Governance.ending(atom);
        if (!ending.isEmpty()) {
            particles.add(ending);
        }
        if (!atom.prefix().isEmpty()) {
            particles.add(atom.prefix());
        }
        String last = section.tokens().get(atom.end() - 1).text();
        if (pack.gluesEndings() && ending.isEmpty() && last.length() > GLUED_STEM) {
            particles.add(last.substring(last.length() - 3));
            particles.add(last.substring(last.length() - 2));
            particles.add(last.substring(last.length() - 1));
        } else if (describedCapital(atom, last) && ending.isEmpty()) {
            particles.add(last.substring(last.length() - 3));
            particles.add(last.substring(last.length() - 2));
        }
        if (pack.order() == WordOrder.SOV && atom.end() < sentence.end() && !section.gapHas(atom.end(), ",;:()'")) {
            particles.add(section.tokens().get(atom.end()).text());
        }
        return particles;
    }

    /** "Irak'ın başkentinde": the endings of a common noun are written without an apostrophe. */
    private boolean describedCapital(Atom atom, String last) {
        return pack.order() == WordOrder.SOV
                && atom.end() - atom.start() > 1
                && last.length() > GLUED_STEM
                && last.charAt(0) <= LAST_CASED;
    }

    private Role before(Section section, Sentence sentence, int start) {
        for (int at = start - 1; at >= sentence.start() && start - at <= 4; at--) {
            int token = at;
            if (section.gapHas(at + 1, ",;:()")) {
                return Role.NONE;
            }
            for (CueMatch cue : sentence.cues()) {
                if (cue.end() - 1 == token) {
                    if (cue.cue() == Cue.IN) {
                        return Role.IN;
                    }
                    if (cue.cue() == Cue.TO) {
                        return Role.TO;
                    }
                    if (cue.cue() == Cue.FROM) {
                        return Role.FROM;
                    }
                }
            }
            boolean filler = sentence.cues().stream()
                    .anyMatch(c -> c.covers(token) && (c.cue() == Cue.GLUE || c.cue() == Cue.HONORIFIC));
            boolean atom = sentence.atoms().stream().anyMatch(a -> a.start() <= token && token < a.end());
            if (!filler && !atom) {
                return Role.NONE;
            }
        }
        return Role.NONE;
    }

    private boolean loose(Section section, Sentence sentence, Atom atom) {
        if (housed(sentence, atom.start() - 1)) {
            return false;
        }
        boolean possessive = section.gapHas(atom.end(), "'")
                && atom.end() < sentence.end()
                && section.tokens().get(atom.end()).text().equals("s");
        if (arrivalFollows(sentence, atom.end())) {
            return false;
        }
        int next = possessive ? atom.end() + 1 : atom.end();
        if (possessive && !visitFollows(sentence, next)) {
            return true;
        }
        boolean compound =
                fixtureAt(sentence, next) && (possessive || !pack.adjectiveAfter()) && !section.gapHas(next, ",;:.-");
        if (compound) {
            return true;
        }
        int at = atom.start() - 1;
        int steps = 0;
        boolean adjective = false;
        while (at >= sentence.start() && steps < 3 && !section.gapHas(at + 1, ",;:-")) {
            int token = at;
            if (sentence.atoms().stream().anyMatch(a -> title(a, token))) {
                return false;
            }
            if (!complement(sentence, token)
                    && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.FIXTURE && c.end() - 1 == token)) {
                return true;
            }
            boolean link = sentence.cues().stream()
                    .anyMatch(c -> c.covers(token)
                            && (c.cue() == Cue.IN
                                    || c.cue() == Cue.TO
                                    || c.cue() == Cue.GLUE
                                    || c.cue() == Cue.PREPOSITION));
            if (!link && (adjective || steps == 0 || !describes(sentence, token))) {
                return false;
            }
            adjective |= !link;
            at--;
            steps++;
        }
        return false;
    }

    /** "At his office in Z", "staying at a Z hotel": a phrase says in whose rooms, so the building is where somebody is. */
    private static boolean housed(Sentence sentence, int token) {
        return sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.IN && c.end() - c.start() > 1 && c.end() - 1 == token);
    }

    /** "For his claims to Z travels": right before a verb of movement at the end of its clause the place is that verb's. */
    private boolean arrivalFollows(Sentence sentence, int token) {
        return pack.order() == WordOrder.SOV
                && sentence.cues().stream()
                        .anyMatch(c -> c.start() == token
                                && c.tense() != Tense.OPEN
                                && (c.cue() == Cue.VISIT || c.cue() == Cue.GO || c.cue() == Cue.ARRIVE));
    }

    /** "Head of state in Z": the last word of an office that follows its "of" is nothing that stands in a country. */
    private static boolean complement(Sentence sentence, int token) {
        return sentence.atoms().stream()
                        .anyMatch(a -> a.start() < token - 1 && token < a.end() && a.as(MatchKind.OFFICE) != null)
                && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.GLUE && c.covers(token - 1));
    }

    /** "Adviser for national security": words of a longer title are no fixtures of a place. */
    private static boolean title(Atom atom, int token) {
        return atom.start() <= token
                && token < atom.end()
                && atom.end() - atom.start() > 1
                && atom.is(MatchKind.OFFICE);
    }

    /** Whether a word may be the adjective of a noun before it. */
    private boolean describes(Sentence sentence, int token) {
        return pack.adjectiveAfter()
                && sentence.cues().stream()
                        .noneMatch(c -> c.covers(token) && c.cue().trigger())
                && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.FIXTURE && c.end() == token);
    }

    /** "Iraq's visit", "Iraq's surprise summit": the place is the visit's, not an owner of something else. */
    private static boolean visitFollows(Sentence sentence, int from) {
        return sentence.cues().stream()
                .anyMatch(c -> (c.cue() == Cue.VISIT_NOUN || c.cue() == Cue.EVENT)
                        && c.start() >= from
                        && c.start() - from <= 2);
    }

    private static boolean fixtureAt(Sentence sentence, int token) {
        return sentence.cues().stream().anyMatch(c -> c.cue() == Cue.FIXTURE && c.start() == token);
    }
}
