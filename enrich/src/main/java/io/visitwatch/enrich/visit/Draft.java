package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.lang.Cue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An actor in the making: the pieces of one noun phrase, in order. */
final class Draft {
    final int start;
    int end;

    @Nullable Piece person;

    /** The ruler who sent whoever is drafted. */
    @Nullable Piece sender;

    int nameStart = -1;
    int nameEnd = -1;

    /** Whether a guessed name is written with a capital. */
    boolean casedName;

    final List<Piece> offices = new ArrayList<>();
    final List<Piece> nations = new ArrayList<>();
    final List<Piece> organisations = new ArrayList<>();
    final Set<Cue> cues = EnumSet.noneOf(Cue.class);
    int roleStart = -1;
    int roleEnd = -1;

    Draft(Piece first) {
        this.start = first.start();
        this.end = first.end();
        add(first);
    }

    void add(Piece piece) {
        end = Math.max(end, piece.end());
        switch (piece.kind()) {
            case PERSON -> {
                person = piece.atomMatch() == null ? person : piece;
                nameStart = piece.start();
                nameEnd = piece.end();
            }
            case OFFICE -> {
                offices.add(piece);
                if (piece.cue() == Cue.COLLECTIVE) {
                    cues.add(Cue.COLLECTIVE);
                }
                role(piece);
            }
            case NATION -> nations.add(piece);
            case ORGANISATION -> {
                organisations.add(piece);
                role(piece);
            }
            case CUE -> {
                cues.add(piece.cue());
                if (piece.cue() == Cue.COLLECTIVE || piece.cue() == Cue.NONOFFICIAL) {
                    role(piece);
                }
            }
        }
    }

    /** Takes a ruler behind an envoy's office as the one who sent him: his own office is none of the envoy's. */
    void sentBy(Piece ruler) {
        end = Math.max(end, ruler.end());
        if (ruler.kind() == Piece.Kind.PERSON) {
            sender = ruler;
        }
        if (!named()) {
            offices.removeIf(o -> o.start() > offices.get(0).start());
        }
    }

    /** Makes the ruler named so far the sender of whoever holds the office that follows. */
    void owns(Piece office) {
        sender = person;
        person = null;
        nameStart = -1;
        nameEnd = -1;
        offices.clear();
        roleStart = -1;
        roleEnd = -1;
        add(office);
    }

    private void role(Piece piece) {
        roleStart = roleStart < 0 ? piece.start() : Math.min(roleStart, piece.start());
        roleEnd = Math.max(roleEnd, piece.end());
    }

    /** The same kind of group of another nation. */
    Draft ofNation(Piece nation) {
        Draft other = new Draft(nation);
        other.cues.addAll(cues);
        return other;
    }

    boolean hasHead() {
        return person != null || nameStart >= 0 || !offices.isEmpty() || headedByCue();
    }

    /** "Former", "the late": what follows describes somebody who holds no office any more. */
    boolean bygone() {
        return cues.contains(Cue.FORMER) || cues.contains(Cue.DEAD);
    }

    boolean headedByCue() {
        return cues.contains(Cue.COLLECTIVE) || cues.contains(Cue.NONOFFICIAL) || cues.contains(Cue.COUNTERPART);
    }

    boolean named() {
        return nameStart >= 0;
    }

    void name(int from, int to) {
        nameStart = from;
        nameEnd = to;
        end = Math.max(end, to);
    }

    @Nullable Match nation() {
        return nations.isEmpty() ? null : nations.get(0).atomMatch();
    }

    /** One word or phrase of the draft. */
    record Piece(
            Kind kind,
            int start,
            int end,
            io.visitwatch.enrich.tag.@Nullable Atom atom,
            @Nullable Match atomMatch,
            Cue cue) {
        /** What a piece contributes. */
        enum Kind {
            PERSON,
            OFFICE,
            NATION,
            ORGANISATION,
            CUE
        }
    }
}
