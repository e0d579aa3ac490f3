package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.date.DateMention;
import io.visitwatch.enrich.date.DateReader;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.tag.Reading;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the frames of an article: actors first from the body, where they are named in full, then in reading order. */
final class FrameReader {
    private static final char LAST_CASED = '\u058F';
    private static final int POSTED_GAP = 3;

    private final Scene scene;
    private final Reading reading;
    private final ActorFinder finder;
    private final SpotFinder spotFinder;

    FrameReader(Scene scene, Reading reading) {
        this.scene = scene;
        this.reading = reading;
        this.finder = new ActorFinder(scene.gazetteer(), reading.pack());
        this.spotFinder = new SpotFinder(scene, reading.pack());
    }

    /** One frame per sentence, title first. */
    List<Frame> frames() {
        Discourse names = new Discourse();
        List<Section> bodyFirst = new ArrayList<>(reading.sections());
        bodyFirst.sort(Comparator.comparing((Section s) -> s.name().equals("title")));
        for (Section section : bodyFirst) {
            for (Sentence sentence : section.sentences()) {
                actors(section, sentence, names).forEach(names::note);
            }
        }
        Discourse story = names.forgetStory();
        List<Frame> frames = new ArrayList<>();
        Spot dateline = null;
        Spot before = null;
        Setting setting = new Setting();
        for (Section section : reading.sections()) {
            List<DateMention> dates =
                    DateReader.read(section.text(), section.tokens(), reading.language(), scene.day());
            for (Sentence sentence : section.sentences()) {
                List<Actor> actors = actors(section, sentence, story);
                List<Spot> spots = spotFinder.find(section, sentence, actors);
                Dateline line = Dateline.of(section, sentence, spots);
                if (line != null) {
                    dateline = line.spot();
                    spots = spots.stream().filter(s -> s.start() >= line.end()).toList();
                }
                List<DateSpot> days = dateSpots(section, sentence, dates);
                List<Integer> clauses = Frame.clauses(
                        section, sentence, actors, spots, days, reading.pack().order());
                frames.add(new Frame(
                        scene,
                        reading.pack(),
                        section,
                        sentence,
                        actors,
                        spots,
                        days,
                        clauses,
                        story.copy(),
                        dateline,
                        before,
                        setting));
                setting.note(spots, dateline);
                actors.forEach(story::note);
                before = placeOf(sentence, spots, before);
            }
        }
        return frames;
    }

    private static List<DateSpot> dateSpots(Section section, Sentence sentence, List<DateMention> dates) {
        List<DateSpot> spots = new ArrayList<>();
        for (DateMention date : dates) {
            int at = section.text().foldedOffset(date.span().start());
            for (int token = sentence.start(); token < sentence.end(); token++) {
                if (section.tokens().get(token).end() > at) {
                    boolean inside = section.tokens().get(token).start()
                            < section.text().foldedOffset(date.span().end());
                    if (inside
                            && (token > sentence.start()
                                    || section.tokens().get(token).start() <= at)) {
                        spots.add(new DateSpot(token, date));
                    }
                    break;
                }
            }
        }
        return spots;
    }

    private List<Actor> actors(Section section, Sentence sentence, Discourse discourse) {
        ActorResolver resolver = new ActorResolver(scene, reading.pack(), discourse);
        List<Actor> actors = new ArrayList<>();
        for (Draft draft : finder.find(section, sentence, discourse)) {
            Actor actor = resolver.resolve(section, sentence, draft);
            if (actor == null) {
                continue;
            }
            Actor last = actors.isEmpty() ? null : actors.get(actors.size() - 1);
            if (last != null
                    && last.governed()
                    && reading.pack().order() == WordOrder.SOV
                    && alongside(sentence, last, actor)) {
                actor = actor.asGoverned();
            }
            boolean headless = actor.side() == Actor.Side.UNKNOWN || actor.has(Actor.Trait.NATION_LENT);
            if (last != null && headless && last.side() != Actor.Side.UNKNOWN && leads(sentence, last, actor)) {
                actor = actor.actingFor(last);
            }
            if (last != null && described(section, last, actor)) {
                actors.set(actors.size() - 1, last.describedBy(actor));
            } else if (last != null && posted(sentence, last, actor)) {
                actors.add(actor.resident());
            } else if (last == null || actor.start() >= last.end()) {
                actors.add(actor);
            }
        }
        return List.copyOf(actors);
    }

    /** "With A and B": a preposition before the first governs the second too. */
    private static boolean alongside(Sentence sentence, Actor first, Actor second) {
        return second.start() - first.end() == 1
                && sentence.cues().stream().anyMatch(c -> c.cue() == Cue.AND && c.start() == first.end());
    }

    /** "A delegation led by the planning minister": who leads a group acts for the same state. */
    static boolean leads(Sentence sentence, Actor group, Actor head) {
        return sentence.cues().stream()
                .anyMatch(c -> c.cue() == Cue.HEADED
                        && c.start() >= group.end()
                        && c.start() - group.end() <= 2
                        && c.end() <= head.start()
                        && head.start() - c.end() <= 2);
    }

    /** "Gen. X, commander of the Y": what follows the comma says whom the stranger acts for. */
    private static boolean described(Section section, Actor name, Actor office) {
        boolean strange = name.side() == Actor.Side.UNKNOWN
                || name.has(Actor.Trait.NATION_LENT)
                || name.has(Actor.Trait.NATION_ECHOED);
        if (strange && againWithOffice(section, name, office)) {
            return true;
        }
        boolean caseless = section.tokens().get(name.start()).text().charAt(0) > LAST_CASED;
        return office.start() == name.end()
                && (section.gapHas(office.start(), ",\u060C")
                        || (caseless
                                && office.has(Actor.Trait.NATION_SAID)
                                && section.gap(office.start()).isBlank()))
                && strange
                && name.has(Actor.Trait.NAMED)
                && !office.has(Actor.Trait.NAMED)
                && !office.has(Actor.Trait.NATION_LENT)
                && office.side() != Actor.Side.UNKNOWN;
    }

    /** "General Fadi | Nasr, commander of the Lebanese army": the surname, known from before, was read once more with the office. */
    private static boolean againWithOffice(Section section, Actor name, Actor office) {
        return name.has(Actor.Trait.NAMED)
                && office.start() == name.end() - 1
                && section.tokens().get(office.start()).text().length() > 1
                && office.end() > name.end()
                && office.has(Actor.Trait.OFFICE_SAID)
                && office.has(Actor.Trait.NATION_SAID);
    }

    /** "The ambassador of Z in the country, X": X is the ambassador. */
    private boolean posted(Sentence sentence, Actor office, Actor name) {
        int gap = name.start() - office.end();
        return office.standing() == Actor.Standing.RESIDENT
                && !office.has(Actor.Trait.NAMED)
                && name.has(Actor.Trait.NAMED)
                && !name.has(Actor.Trait.OFFICE_SAID)
                && name.country().equals(office.country())
                && gap > 0
                && gap <= POSTED_GAP
                && sentence.atoms().stream()
                        .filter(a -> a.start() >= office.end() && a.end() <= name.start())
                        .anyMatch(a -> a.readings().stream()
                                .anyMatch(m -> Relevance.touches(scene.gazetteer(), scene.home(), m)));
    }

    private static @Nullable Spot placeOf(Sentence sentence, List<Spot> spots, @Nullable Spot before) {
        Spot place = before;
        for (Spot spot : spots) {
            boolean put = spot.role() == Spot.Role.NONE
                    ? spot.level() == Spot.Level.PLACE && names(sentence, spot)
                    : spot.role() != Spot.Role.FROM;
            if (!spot.loose() && put) {
                place = spot;
            }
        }
        return place;
    }

    /** "The conference of Z": a place right behind a gathering is where it is held. */
    private static boolean names(Sentence sentence, Spot spot) {
        return sentence.cues().stream().anyMatch(c -> c.cue() == Cue.EVENT && c.end() == spot.start());
    }
}
