package io.visitwatch.enrich.date;

import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.TextTable;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one language says about dates: phrases of folded words, each of a kind, with a value. */
final class DateLexicon {
    /** What a row of a table is about; the file writes it in lower case with hyphens. */
    enum Kind {
        MONTH,
        SOLAR,
        HIJRI,
        WEEKDAY,
        DAY,
        SPAN,
        LAST,
        NEXT,
        THIS,
        NUMBER,
        UNIT,
        DUAL,
        AGO_BEFORE,
        AGO_AFTER,
        IN_BEFORE,
        IN_AFTER,
        AND,
        FILLER,
        MONTHCUE,
        YEARCUE,
        WEEKDAYCUE,
        AMBIGUOUS,
        FUTURE,
        SKIP,
        PREFIX,
        SUFFIX;

        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A phrase found: its value and the index of the first word after it. */
    record Hit(String value, int to) {
        int number() {
            return Integer.parseInt(value);
        }
    }

    private record Phrase(List<String> words, String value) {}

    private static final Map<String, DateLexicon> LOADED = new ConcurrentHashMap<>();
    private static final List<String> OWN_TABLES = TextTable.read(DateLexicon.class, "index.txt", 1).stream()
            .map(row -> row.get(0))
            .toList();

    private static final Map<String, Map<Kind, List<String>>> CALENDAR = calendarNames();

    private final Map<Kind, Map<String, List<Phrase>>> phrases = new EnumMap<>(Kind.class);
    private final List<String> futureEndings = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();

    /** Reads the tables of a language; {@link #of} keeps what was read. */
    DateLexicon(String language) {
        addCalendarNames(language);
        if (OWN_TABLES.contains(language)) {
            for (List<String> row : TextTable.read(DateLexicon.class, language + ".tsv", 3)) {
                addRow(Kind.of(row.get(0)), row.get(1), row.get(2));
            }
        }
        phrases.values()
                .forEach(byFirst -> byFirst.values()
                        .forEach(list -> list.sort(Comparator.comparing(
                                (Phrase one) -> -one.words().size()))));
    }

    /** The lexicon of a language; a language without a table of its own has the bundled names of months and days. */
    static DateLexicon of(String language) {
        return LOADED.computeIfAbsent(language, DateLexicon::new);
    }

    /** The longest phrase of a kind that begins at word {@code at}; null when there is none. */
    @Nullable Hit find(Kind kind, List<Token> tokens, int at) {
        Map<String, List<Phrase>> byFirst = phrases.get(kind);
        if (byFirst == null || at >= tokens.size()) {
            return null;
        }
        String word = tokens.get(at).text();
        Hit hit = find(byFirst.get(word), tokens, at);
        for (int i = 0; hit == null && i < prefixes.size(); i++) {
            String prefix = prefixes.get(i);
            if (word.length() > prefix.length() + 1 && word.startsWith(prefix)) {
                hit = find(byFirst.get(word.substring(prefix.length())), tokens, at);
            }
        }
        for (int i = 0; hit == null && i < suffixes.size(); i++) {
            String suffix = suffixes.get(i);
            if (word.length() > suffix.length() + 2 && word.endsWith(suffix)) {
                hit = find(byFirst.get(word.substring(0, word.length() - suffix.length())), tokens, at);
            }
        }
        return hit;
    }

    boolean isFuture(List<Token> tokens, int at) {
        if (find(Kind.FUTURE, tokens, at) != null) {
            return true;
        }
        String word = tokens.get(at).text();
        return futureEndings.stream().anyMatch(ending -> word.length() > ending.length() + 1 && word.endsWith(ending));
    }

    private @Nullable Hit find(@Nullable List<Phrase> candidates, List<Token> tokens, int at) {
        if (candidates == null) {
            return null;
        }
        for (Phrase phrase : candidates) {
            if (follows(phrase.words(), tokens, at)) {
                return new Hit(phrase.value(), at + phrase.words().size());
            }
        }
        return null;
    }

    private boolean follows(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            String said = tokens.get(at + i).text();
            boolean last = i == words.size() - 1;
            if (!said.equals(words.get(i)) && !(last && isWithSuffix(said, words.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithSuffix(String said, String word) {
        return said.length() > word.length()
                && said.startsWith(word)
                && suffixes.contains(said.substring(word.length()));
    }

    /** The bundled names of this language, else of its first subtag. */
    private void addCalendarNames(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<Kind, List<String>> names = Optional.ofNullable(CALENDAR.get(locale.toLanguageTag()))
                .orElseGet(() -> CALENDAR.getOrDefault(locale.getLanguage(), Map.of()));
        names.forEach((kind, ofKind) -> {
            for (int i = 0; i < ofKind.size(); i++) {
                addNames(kind, i + 1, ofKind.get(i));
            }
        });
    }

    private void addNames(Kind kind, int value, String forms) {
        for (String form : forms.split("\\|", -1)) {
            if (!form.isEmpty()) {
                addPhrase(kind, Integer.toString(value), form);
            }
        }
    }

    private static Map<String, Map<Kind, List<String>>> calendarNames() {
        Map<String, Map<Kind, List<String>>> names = new HashMap<>();
        for (List<String> row : TextTable.read(DateLexicon.class, "calendar-names.tsv", 3)) {
            names.computeIfAbsent(row.get(0), language -> new EnumMap<>(Kind.class))
                    .put(Kind.of(row.get(1)), List.of(row.get(2).split(";", -1)));
        }
        return names;
    }

    private void addRow(Kind kind, String value, String forms) {
        for (String form : forms.split("\\|", -1)) {
            String folded = Normalizer.foldToString(form);
            if (kind == Kind.PREFIX) {
                prefixes.add(folded);
            } else if (kind == Kind.SUFFIX) {
                suffixes.add(folded);
            } else if (form.startsWith("*")) {
                futureEndings.add(folded.substring(1));
            } else {
                addPhrase(kind, value, form);
            }
        }
    }

    private void addPhrase(Kind kind, String value, String form) {
        for (String folded : Normalizer.lookupForms(form)) {
            List<String> words =
                    Tokenizer.tokens(folded).stream().map(Token::text).toList();
            if (words.isEmpty()) {
                throw new IllegalStateException("no word in date phrase \"" + form + "\"");
            }
            phrases.computeIfAbsent(kind, key -> new HashMap<>())
                    .computeIfAbsent(words.get(0), key -> new ArrayList<>())
                    .add(new Phrase(words, value));
        }
    }
}
