package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.importer.GazetteerFiles;
import io.visitwatch.enrich.lang.LanguagePacks;
import io.visitwatch.enrich.tag.Reading;
import io.visitwatch.enrich.tag.Tagger;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Short texts as the parts of the visit reader see them, watched from Baghdad. Every reader is made anew. */
final class Texts {
    /** A Wednesday. */
    static final LocalDate DAY = LocalDate.of(2024, 9, 11);

    static final Gazetteer GAZETTEER = GazetteerFiles.load(List.of()).gazetteer();
    private static final WatchPlace WATCH = new WatchPlace("baghdad", ZoneId.of("Asia/Baghdad"));
    private static final Tagger TAGGER = new Tagger(GAZETTEER, LanguagePacks.bundled(), WATCH.zone());

    private Texts() {}

    static Article article(String title, String text, @Nullable LocalDate day) {
        Instant published = day == null ? null : day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return Article.named("a", published == null ? Instant.EPOCH : published)
                .says(title, "", text)
                .published(published, published == null ? DateQuality.MISSING : DateQuality.DAY)
                .build();
    }

    /** What the reader makes of a text. */
    static VisitExtractor.Result read(Article article, double threshold) {
        return new VisitExtractor(GAZETTEER, WATCH, threshold).read(article, TAGGER.read(article), "1");
    }

    /** What the reader makes of a text of that Wednesday. */
    static VisitExtractor.Result read(String text) {
        return read(article("", text, DAY), 0.5);
    }

    static Scene scene(@Nullable LocalDate day) {
        return new Scene(
                GAZETTEER,
                WATCH,
                Objects.requireNonNull(GAZETTEER.place("baghdad")),
                Governments.of(GAZETTEER, "IQ"),
                day,
                null);
    }

    /** The sentences of an article, the title first. */
    static List<Frame> frames(Article article, @Nullable LocalDate day) {
        Reading reading = TAGGER.read(article);
        return new FrameReader(scene(day), reading).frames();
    }

    /** The first sentence of a text of that Wednesday. */
    static Frame frame(String text) {
        return frames(article("", text, DAY), DAY).get(0);
    }

    /** Everybody a text without a date names. */
    static List<Actor> actors(String text) {
        return frames(article("", text, null), null).stream()
                .flatMap(frame -> frame.actors().stream())
                .toList();
    }
}
