package io.visitwatch.ingest.seen;

import io.visitwatch.ingest.feed.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document held against what is known of its feed.
 *
 * <p>An entry is known by its id, else by its link, else by the very same title and text. A known entry whose title or text
 * changed is a revision of the same article; anything else about it (id, date, order) is no news.
 *
 * @param sightings entries worth an article, in document order
 * @param seen memory with the known entries stamped; sightings are added as their articles are stored
 * @param rekeyed known entries that came under new ids
 * @param newEntries sightings that are no revisions
 */
public record DocumentReading(List<Sighting> sightings, SeenEntries seen, int rekeyed, int newEntries) {
    /** An unknown entry older than this, in a feed long imported, comes back rather than being news. */
    private static final Duration RETURNING = Duration.ofDays(30);

    /**
     * Reads a document.
     *
     * @param known what is known of the feed
     * @param entries entries in document order
     * @param imported whether the feed has been imported before
     * @param fresh at the first import, what is younger than this is news and the rest backfill
     * @param now time of the poll, UTC
     */
    public static DocumentReading of(
            SeenEntries known, List<Entry> entries, boolean imported, Duration fresh, Instant now) {
        return new Reader(known, imported, imported ? RETURNING : fresh, now).read(entries, entries.size());
    }

    /** Reads a part of a feed, as hubs send what is new alone: that says nothing about how much is to be remembered. */
    public static DocumentReading ofPart(SeenEntries known, List<Entry> entries, Instant now) {
        return new Reader(known, true, RETURNING, now).read(entries, Math.max(entries.size(), known.size()));
    }

    private static final class Reader {
        private final SeenEntries known;
        private final boolean imported;
        private final Duration fresh;
        private final Instant now;
        private final int hour;
        private final Set<Long> taken = new HashSet<>();
        private final Set<Long> contents = new HashSet<>();
        private final List<Long> replaced = new ArrayList<>();
        private final List<Mark> listed = new ArrayList<>();
        private final List<Sighting> sightings = new ArrayList<>();
        private int rekeyed;

        Reader(SeenEntries known, boolean imported, Duration fresh, Instant now) {
            this.known = known;
            this.imported = imported;
            this.fresh = fresh;
            this.now = now;
            this.hour = SeenEntries.hour(now);
        }

        DocumentReading read(List<Entry> entries, int length) {
            List<Fingerprints> prints = distinguished(entries);
            for (int i = 0; i < entries.size(); i++) {
                read(entries.get(i), prints.get(i));
            }
            int fresh = (int) sightings.stream().filter(s -> !s.revision()).count();
            return new DocumentReading(List.copyOf(sightings), known.after(replaced, listed, length), rekeyed, fresh);
        }

        /** Guids used twice are told apart by link; links shared by entries with different guids are nobody's own. */
        private static List<Fingerprints> distinguished(List<Entry> entries) {
            List<Fingerprints> prints = entries.stream().map(Fingerprints::of).toList();
            Map<Long, Set<Long>> linksOfKey = new HashMap<>();
            Map<Long, Set<Long>> keysOfLink = new HashMap<>();
            for (Fingerprints p : prints) {
                linksOfKey.computeIfAbsent(p.key(), k -> new HashSet<>()).add(p.link() == 0 ? p.title() : p.link());
                keysOfLink.computeIfAbsent(p.link(), k -> new HashSet<>()).add(p.key());
            }
            return prints.stream()
                    .map(p -> linksOfKey.getOrDefault(p.key(), Set.of()).size() > 1 ? p.withLinkInKey() : p)
                    .map(p -> keysOfLink.getOrDefault(p.link(), Set.of()).size() > 1 ? p.withoutLink() : p)
                    .toList();
        }

        private void read(Entry entry, Fingerprints print) {
            Mark mark = match(print);
            if (mark == null) {
                if (taken.add(print.key()) && (!print.telling() || contents.add(print.content()))) {
                    sightings.add(first(entry, print));
                }
                return;
            }
            if (!taken.add(mark.key())) {
                return; // listed twice
            }
            Mark current = mark.listedAt(hour);
            if (mark.key() != print.key()) {
                rekeyed++;
                replaced.add(mark.key());
                taken.add(print.key());
                current = current.rekeyed(print.key(), print.link() == 0 ? mark.link() : print.link());
            }
            listed.add(current);
            boolean same = print.content() == mark.content() || print.content() == mark.before();
            if (!same && !mark.articleId().isEmpty()) {
                Mark revised = current.revised(print.title(), print.content(), hour);
                sightings.add(new Sighting(entry, revised, !imported, print.link() != 0));
            }
        }

        private @Nullable Mark match(Fingerprints print) {
            Mark mark = known.byKey(print.key());
            if (mark == null) {
                mark = known.byLink(print.link());
            }
            return mark == null && print.telling() ? known.byContent(print.content()) : mark;
        }

        private Sighting first(Entry entry, Fingerprints print) {
            Mark mark = new Mark(
                    print.key(),
                    print.link(),
                    print.title(),
                    print.content(),
                    0,
                    0,
                    0,
                    0,
                    now.getEpochSecond(),
                    hour,
                    true);
            Instant date = entry.date();
            boolean old = date == null ? !imported : date.isBefore(now.minus(fresh));
            return new Sighting(entry, mark, old, print.link() != 0);
        }
    }
}
