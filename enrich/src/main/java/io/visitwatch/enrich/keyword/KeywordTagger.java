package io.visitwatch.enrich.keyword;

import io.visitwatch.model.Article;
import io.visitwatch.model.KeywordTag;
import io.visitwatch.model.TextSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keyword queries of a configuration, ready to be put to articles. Thread-safe; holds a thread until closed.
 *
 * <p>With no query at all it holds nothing and answers at once.
 */
public final class KeywordTagger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeywordTagger.class);
    private static final Comparator<TextSpan> BY_PLACE =
            Comparator.comparingInt(TextSpan::start).thenComparingInt(TextSpan::end);

    private final List<KeywordProblem> problems;
    private final List<String> names;
    private final Monitor monitor;

    private KeywordTagger(List<KeywordProblem> problems, List<String> names, Monitor monitor) {
        this.problems = problems;
        this.names = names;
        this.monitor = monitor;
    }

    /**
     * Reads the queries.
     *
     * @param keywords query by name, as configured
     * @return a tagger with every query that could be read; {@link #problems} names the others
     */
    public static KeywordTagger create(Map<String, String> keywords) {
        List<KeywordProblem> problems = new ArrayList<>();
        List<MonitorQuery> queries = new ArrayList<>();
        new TreeMap<>(keywords).forEach((name, written) -> {
            try {
                Query query = new KeywordQueryParser().read(written);
                queries.add(new MonitorQuery(name, query));
            } catch (ParseException | RuntimeException e) {
                problems.add(new KeywordProblem(name, written, String.valueOf(e.getMessage())));
            }
        });
        try {
            Monitor monitor = new Monitor(new FoldingAnalyzer(), presearcher(queries));
            monitor.register(queries);
            List<String> names = queries.stream().map(MonitorQuery::getId).toList();
            return new KeywordTagger(List.copyOf(problems), names, monitor);
        } catch (IOException e) {
            throw new UncheckedIOException("keyword queries could not be stored in memory", e);
        }
    }

    /** Puts a query to articles with its rarest word alone: a word that many queries ask for tells least. */
    private static TermFilteredPresearcher presearcher(List<MonitorQuery> queries) {
        Map<String, Integer> askedFor = new HashMap<>();
        for (MonitorQuery query : queries) {
            Set<Term> terms = new HashSet<>();
            query.getQuery().visit(QueryVisitor.termCollector(terms));
            terms.stream().map(Term::text).distinct().forEach(word -> askedFor.merge(word, 1, Integer::sum));
        }
        TermWeightor rare = TermWeightor.termFreqWeightor(askedFor, 1, 0);
        return new TermFilteredPresearcher(TermWeightor.combine(TermWeightor.DEFAULT, rare), List.of(), Set.of());
    }

    /** The queries that are not used, by name. */
    public List<KeywordProblem> problems() {
        return problems;
    }

    /** The names of the queries in use, sorted. */
    public List<String> names() {
        return names;
    }

    /**
     * The queries that match an article, by name, with what matched in each section; offsets in the original text.
     *
     * @param language BCP 47 code of the article's text
     */
    public List<KeywordTag> tag(Article article, String language) {
        return tag(article.title(), article.summary(), article.text(), language);
    }

    /** As {@link #tag(Article, String)}, of a text in three sections; each may be empty. */
    public List<KeywordTag> tag(String title, String summary, String text, String language) {
        if (names.isEmpty()) {
            return List.of();
        }
        BareForms bareForms = BareForms.of(language);
        Document document = new Document();
        document.add(new TextField("title", new FoldedWords(title, bareForms)));
        document.add(new TextField("summary", new FoldedWords(summary, bareForms)));
        document.add(new TextField("text", new FoldedWords(text, bareForms)));
        document.add(new StringField(KeywordQueryParser.LANGUAGE, language, Field.Store.NO));
        try {
            MatchingQueries<HighlightsMatch> matches = monitor.match(document, HighlightsMatch.MATCHER);
            matches.getErrors()
                    .forEach((name, error) -> LOG.atWarn()
                            .addKeyValue("keyword", name)
                            .setCause(error)
                            .log("a keyword query failed on an article and was left out"));
            return matches.getMatches().stream()
                    .map(KeywordTagger::toTag)
                    .sorted(Comparator.comparing(KeywordTag::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("keyword queries could not be matched in memory", e);
        }
    }

    /** Ends the engine's thread. */
    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("keyword queries could not be closed", e);
        }
    }

    private static KeywordTag toTag(HighlightsMatch match) {
        List<KeywordTag.Hit> hits = new ArrayList<>();
        for (String section : KeywordQueryParser.SECTIONS) {
            TreeSet<TextSpan> spans = new TreeSet<>(BY_PLACE);
            for (HighlightsMatch.Hit hit : match.getHits(section)) {
                if (hit.startOffset >= 0 && hit.endOffset >= hit.startOffset) {
                    spans.add(new TextSpan(hit.startOffset, hit.endOffset));
                }
            }
            spans.forEach(span -> hits.add(new KeywordTag.Hit(section, span)));
        }
        return new KeywordTag(match.getQueryId(), hits);
    }
}
