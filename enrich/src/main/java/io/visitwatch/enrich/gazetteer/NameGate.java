package io.visitwatch.enrich.gazetteer;

import io.visitwatch.enrich.text.FoldedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells in one walk whether a text can name anything of interest, before its language is known.
 *
 * <p>It may say yes where {@link Gazetteer#find} then finds nothing of interest, because the language or a longer name speaks
 * against it; where it says no, nothing of interest is found in any language. Thread-safe.
 */
public final class NameGate {
    private final Gazetteer gazetteer;
    private final Map<Integer, List<Sense>> wanted;
    private final NameFinder finder;

    private NameGate(Gazetteer gazetteer, Map<Integer, List<Sense>> wanted, NameIndex index) {
        this.gazetteer = gazetteer;
        this.wanted = wanted;
        this.finder = new NameFinder(index);
    }

    static NameGate of(Gazetteer gazetteer, NameIndex forms, Senses senses, Predicate<Match> interest) {
        Map<Integer, List<Sense>> wanted = new HashMap<>();
        forms.forEach(form -> {
            List<Sense> own = new ArrayList<>(1);
            for (Sense sense : senses.of(forms.payload(form))) {
                if (interest.test(alone(sense))) {
                    own.add(sense);
                }
            }
            if (!own.isEmpty()) {
                wanted.put(form, own);
            }
        });
        WordFilter.Builder filter = new WordFilter.Builder(wanted.size() * 4);
        wanted.keySet().forEach(form -> filter.add(forms.text(form)));
        return new NameGate(gazetteer, wanted, forms.with(filter.build()));
    }

    private static Match alone(Sense sense) {
        return new Match(sense.kind(), 0, 1, 0, 1, List.of(sense.id()), sense.country(), sense.surname());
    }

    /**
     * Whether the text may name something of interest.
     *
     * @param text the text, folded as for {@link Gazetteer#find}
     * @param day day the text was published on; null when unknown
     */
    public boolean mayName(FoldedText text, @Nullable LocalDate day) {
        return finder.any(text.folded(), (form, start, end) -> mayMean(form, text, start, end, day));
    }

    private boolean mayMean(int form, FoldedText text, int start, int end, @Nullable LocalDate day) {
        for (Sense sense : wanted.getOrDefault(form, List.of())) {
            if (gazetteer.fits(sense, text, start, end, day)) {
                return true;
            }
        }
        return false;
    }
}
