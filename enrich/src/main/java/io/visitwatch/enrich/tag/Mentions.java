package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.model.Mention;
import io.visitwatch.model.MentionType;
import io.visitwatch.model.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Turns what the gazetteer found into the mentions of a tagged article. */
public final class Mentions {
    private Mentions() {}

    /** All mentions, in text order, section by section. */
    public static List<Mention> of(Reading reading) {
        List<Mention> mentions = new ArrayList<>();
        for (Section section : reading.sections()) {
            for (Atom atom : section.atoms()) {
                for (Match match : atom.readings()) {
                    TextSpan span = section.text().original(match.start(), match.end());
                    mentions.add(new Mention(
                            section.name(), span, span.of(section.text().source()), type(match), match.ids()));
                }
            }
        }
        return mentions;
    }

    private static MentionType type(Match match) {
        return switch (match.kind()) {
            case PERSON -> MentionType.PERSON;
            case OFFICE -> MentionType.OFFICE;
            case COUNTRY, NATIONALITY, METONYM -> MentionType.COUNTRY;
            case ORGANISATION -> MentionType.ORGANISATION;
            case PLACE -> MentionType.PLACE;
            case TRAP -> throw new IllegalStateException("traps are dropped by the tagger");
        };
    }
}
