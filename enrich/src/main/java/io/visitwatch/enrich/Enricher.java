package io.visitwatch.enrich;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.NameGate;
import io.visitwatch.enrich.gazetteer.importer.GazetteerFiles;
import io.visitwatch.enrich.keyword.KeywordProblem;
import io.visitwatch.enrich.keyword.KeywordTagger;
import io.visitwatch.enrich.lang.LanguagePacks;
import io.visitwatch.enrich.tag.Mentions;
import io.visitwatch.enrich.tag.Reading;
import io.visitwatch.enrich.tag.Tagger;
import io.visitwatch.enrich.visit.VisitExtractor;
import io.visitwatch.model.Article;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.TaggedArticle;
import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads visits out of articles. Thread-safe; the same article and data versions always give the same result. */
public final class Enricher {
    /** Version of the rules in code: raised when they change what is read. */
    private static final String RULES = "1";

    private final Tagger tagger;
    private final @Nullable KeywordTagger keywords;
    private final List<VisitExtractor> extractors;
    private final NameGate gate;
    private final String dataVersion;

    private Enricher(EnrichConfig config, Gazetteer gazetteer, LanguagePacks packs) {
        this.tagger = new Tagger(gazetteer, packs, config.watches().get(0).zone());
        this.keywords = config.keywords().isEmpty() ? null : KeywordTagger.create(config.keywords());
        this.extractors = config.watches().stream()
                .map(watch -> new VisitExtractor(gazetteer, watch, config.threshold()))
                .toList();
        this.gate = gazetteer.gate(match -> extractors.stream().anyMatch(each -> each.concerns(match)));
        this.dataVersion = RULES + "-" + packs.digest() + "-" + gazetteer.version();
    }

    /**
     * An enricher for these settings, over the bundled data and the files the settings name.
     *
     * @throws io.visitwatch.enrich.gazetteer.GazetteerException when a gazetteer file cannot be used
     * @throws io.visitwatch.enrich.lang.LanguagePackException when a file of a language pack cannot be used
     */
    public static Enricher create(EnrichConfig config) {
        Objects.requireNonNull(config, "config");
        return new Enricher(
                config,
                GazetteerFiles.load(config.gazetteerFiles()).gazetteer(),
                LanguagePacks.with(config.languagePacks()));
    }

    /** Reads one article. */
    public Enriched enrich(Article article) {
        Reading reading = tagger.read(article);
        TaggedArticle tagged = new TaggedArticle(
                article,
                reading.language(),
                keywords == null ? List.of() : keywords.tag(article, reading.language()),
                Mentions.of(reading));
        VisitsRead read = visits(extractor -> extractor.read(article, reading, dataVersion));
        return new Enriched(tagged, read.reports(), read.rejections());
    }

    /**
     * The visits {@link #enrich} reads out of an article, without language, tags and mentions.
     *
     * <p>Many times faster on a stream of all the world's news, most of which has no word of a watched country.
     */
    public VisitsRead visits(Article article) {
        if (!tagger.mayName(gate, article)) {
            return visits(extractor -> VisitExtractor.nothing(article));
        }
        Reading reading = tagger.read(article);
        return visits(extractor -> extractor.read(article, reading, dataVersion));
    }

    private VisitsRead visits(Function<VisitExtractor, VisitExtractor.Result> reader) {
        List<VisitReport> reports = new ArrayList<>();
        List<NoVisit> rejections = new ArrayList<>();
        for (VisitExtractor extractor : extractors) {
            VisitExtractor.Result result = reader.apply(extractor);
            reports.addAll(result.reports());
            rejections.addAll(result.rejections());
        }
        return new VisitsRead(reports, rejections);
    }

    /** The BCP 47 code of an article's language, as {@link #enrich} tags it; {@code und} when it does not show. */
    public static String language(Article article) {
        return Tagger.language(article);
    }

    /** The keyword queries that could not be read and are not used. */
    public List<KeywordProblem> keywordProblems() {
        return keywords == null ? List.of() : keywords.problems();
    }

    /** Digest of rules, language packs and gazetteer: equal versions, equal reports. */
    public String dataVersion() {
        return dataVersion;
    }
}
