package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.visit.Spot.Level;
import io.visitwatch.enrich.visit.Spot.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an article as a whole takes place: filled while its sentences are read, asked when all of them are. */
final class Setting {
    private @Nullable Spot here;
    private boolean away;

    /** Takes note of a sentence's places and of where the article was filed. */
    void note(List<Spot> spots, @Nullable Spot dateline) {
        if (dateline != null) {
            note(dateline);
        }
        for (Spot spot : spots) {
            boolean put = spot.role() == Role.IN || spot.role() == Role.TO;
            if (!spot.loose() && (put || (spot.level() == Level.PLACE && spot.role() != Role.FROM))) {
                note(spot);
            }
        }
    }

    private void note(Spot spot) {
        away |= !spot.watched();
        if (spot.level() == Level.PLACE && here == null) {
            here = spot;
        }
    }

    /** The watched place where the article names it and puts nobody anywhere else; else null. */
    @Nullable Spot onlyHere() {
        return away ? null : here;
    }
}
