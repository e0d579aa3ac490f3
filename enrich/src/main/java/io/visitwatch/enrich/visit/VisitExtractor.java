package io.visitwatch.enrich.visit;

import io.visitwatch.enrich.WatchPlace;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.tag.Reading;
import io.visitwatch.enrich.tag.Section;
import io.visitwatch.enrich.tag.Sentence;
import io.visitwatch.model.Article;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.VisitReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the visits to one watched place out of a tagged article. Pure and thread-safe. */
public final class VisitExtractor {
    private final Gazetteer gazetteer;
    private final WatchPlace watch;
    private final Place place;
    private final Governments governments;
    private final double threshold;
    private final Findings findings;

    /**
     * An extractor for one watched place.
     *
     * @throws IllegalArgumentException when the gazetteer does not know the place
     */
    public VisitExtractor(Gazetteer gazetteer, WatchPlace watch, double threshold) {
        this.gazetteer = gazetteer;
        this.watch = watch;
        Place known = gazetteer.place(watch.id());
        if (known == null) {
            throw new IllegalArgumentException(
                    "watch place \"" + watch.id() + "\" is not in the gazetteer: add it to a gazetteer file");
        }
        this.place = known;
        this.governments = Governments.of(gazetteer, known.country());
        this.threshold = threshold;
        this.findings = new Findings(VisitModel.bundled());
    }

    /**
     * Visits and rejections of an article.
     *
     * @param reports visits, the main one first
     * @param rejections what looked like a visit and was none, the best reason first
     */
    public record Result(List<VisitReport> reports, List<NoVisit> rejections) {}

    /** Reads one article. */
    public Result read(Article article, Reading reading, String dataVersion) {
        LocalDate day = article.published() == null || reading.day() == null
                ? null
                : LocalDate.ofInstant(article.published(), watch.zone());
        String outlet = article.outlet().country();
        String lender = outlet == null ? reading.pack().home().orElse(null) : outlet;
        Scene scene = new Scene(gazetteer, watch, place, governments, day, lender);
        if (!touches(reading)) {
            return nothing(article);
        }
        List<Frame> frames = new FrameReader(scene, reading).frames();
        List<Claim> claims = new ArrayList<>();
        for (Frame frame : frames) {
            claims.addAll(ClaimFinder.find(frame));
        }
        List<Finding> found = findings.of(claims);
        List<Finding> sure =
                found.stream().filter(f -> f.confidence() >= threshold).toList();
        List<VisitReport> reports =
                new ReportBuilder(scene, article, reading.language(), dataVersion).build(sure, frames);
        List<NoVisit> rejections = Rejections.of(article, claims, found, threshold);
        return new Result(
                reports, reports.isEmpty() && rejections.isEmpty() ? List.of(Rejections.nothing(article)) : rejections);
    }

    /** What comes of an article that names nothing of which {@link #concerns} holds. */
    public static Result nothing(Article article) {
        return new Result(List.of(), List.of(Rejections.nothing(article)));
    }

    /** Whether a name has to do with the watched country: without one an article is not read deeply. */
    public boolean concerns(Match match) {
        return Relevance.touches(gazetteer, place.country(), match);
    }

    /** Whether anything in the article has to do with the watched country: without it nothing is read deeply. */
    private boolean touches(Reading reading) {
        for (Section section : reading.sections()) {
            for (Sentence sentence : section.sentences()) {
                for (var atom : sentence.atoms()) {
                    for (var match : atom.readings()) {
                        if (concerns(match)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
