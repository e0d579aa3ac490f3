package io.visitwatch.enrich.keyword;

import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Reads one query; what the engine would misread silently is refused. Not thread-safe, made per query. */
final class KeywordQueryParser extends MultiFieldQueryParser {
    /** The sections of an article, in reading order. */
    static final List<String> SECTIONS = List.of("title", "summary", "text");

    /** The field that holds the article's language. */
    static final String LANGUAGE = "lang";

    private static final int FEWEST_LITERALS = 2;
    private static final Set<String> FIELDS = Set.of("title", "summary", "text", LANGUAGE);

    KeywordQueryParser() {
        super(SECTIONS.toArray(String[]::new), new FoldingAnalyzer());
        setDefaultOperator(QueryParser.Operator.AND);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true);
        setAllowLeadingWildcard(true);
    }

    /** The query, or a {@link ParseException} whose message fits a line. */
    Query read(String written) throws ParseException {
        if (written.isBlank()) {
            throw new ParseException("the query is empty");
        }
        Query query;
        try {
            query = parse(written);
        } catch (ParseException e) {
            throw new ParseException(firstLine(e));
        }
        if (!asksForSomething(query)) {
            throw new ParseException(
                    "nothing is asked for: write at least one word that must or may occur, NOT alone finds nothing");
        }
        return query;
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        known(field);
        return super.getFieldQuery(field, text, quoted);
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        known(field);
        return super.getFieldQuery(field, text, slop);
    }

    @Override
    protected Query getWildcardQuery(@Nullable String field, String term) throws ParseException {
        known(field);
        return super.getWildcardQuery(field, pattern(term));
    }

    @Override
    protected Query getPrefixQuery(@Nullable String field, String term) throws ParseException {
        known(field);
        return super.getPrefixQuery(field, pattern(term));
    }

    @Override
    protected Query getFuzzyQuery(@Nullable String field, String term, float similarity) throws ParseException {
        known(field);
        List<Token> words = Tokenizer.tokens(Normalizer.fold(term));
        if (words.size() != 1) {
            throw new ParseException("\"" + term + "~\": only one word can be fuzzy");
        }
        return super.getFuzzyQuery(field, words.get(0).text(), similarity);
    }

    @Override
    protected Query getRangeQuery(@Nullable String field, String low, String high, boolean from, boolean to)
            throws ParseException {
        throw new ParseException("ranges are not supported; list the words with OR");
    }

    @Override
    protected Query getRegexpQuery(@Nullable String field, String term) throws ParseException {
        throw new ParseException("regular expressions are not supported; use wildcards (* and ?)");
    }

    private static void known(@Nullable String field) throws ParseException {
        if (field != null && !FIELDS.contains(field)) {
            throw new ParseException("unknown field \"" + field + "\"; fields are "
                    + FIELDS.stream().sorted().collect(Collectors.joining(", ")) + " (write \\: for a colon)");
        }
    }

    private static String pattern(String term) throws ParseException {
        String folded = Normalizer.foldToString(term);
        if (folded.chars().filter(Character::isLetterOrDigit).count() < FEWEST_LITERALS) {
            throw new ParseException(
                    "\"" + term + "\": a wildcard needs at least " + FEWEST_LITERALS + " letters beside it");
        }
        if (folded.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '*' && c != '?')) {
            throw new ParseException("\"" + term + "\": a wildcard stands in one word, write the others beside it");
        }
        return folded;
    }

    private static boolean asksForSomething(@Nullable Query query) {
        if (query == null) {
            return false;
        }
        if (query instanceof BooleanQuery bool) {
            return bool.clauses().stream()
                    .anyMatch(clause ->
                            clause.getOccur() != BooleanClause.Occur.MUST_NOT && asksForSomething(clause.getQuery()));
        }
        return !(query instanceof org.apache.lucene.search.MatchNoDocsQuery);
    }

    private static String firstLine(ParseException e) {
        String message = String.valueOf(e.getMessage());
        int cut = message.indexOf('\n');
        return (cut < 0 ? message : message.substring(0, cut)).strip();
    }
}
