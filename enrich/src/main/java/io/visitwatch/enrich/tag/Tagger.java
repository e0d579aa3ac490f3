package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.NameGate;
import io.visitwatch.enrich.lang.Cue;
import io.visitwatch.enrich.lang.CueMatch;
import io.visitwatch.enrich.lang.LanguagePack;
import io.visitwatch.enrich.lang.LanguagePacks;
import io.visitwatch.enrich.lang.WordOrder;
import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.LanguageDetector;
import io.visitwatch.enrich.text.Normalizer;
import io.visitwatch.enrich.text.Sentences;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.TextSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts an article and finds its names and cues. Pure and thread-safe. */
public final class Tagger {
    /** What is read of one section: news is shorter, and a page of megabytes must not hold up the stream. */
    static final int LONGEST_SECTION = 24_000;

    /** Tokens after which a sentence without an end is cut: the rules look at every pair of a sentence's words. */
    private static final int LONGEST_SENTENCE = 160;

    private static final int DETECTED_PREFIX = 4_000;
    private static final int SAME_BEGINNING = 60;

    private final Gazetteer gazetteer;
    private final LanguagePacks packs;
    private final ZoneId zone;

    /**
     * A tagger over these data.
     *
     * @param zone the watched place's, in which the day of publication is told
     */
    public Tagger(Gazetteer gazetteer, LanguagePacks packs, ZoneId zone) {
        this.gazetteer = gazetteer;
        this.packs = packs;
        this.zone = zone;
    }

    /** The article, cut and tagged. */
    public Reading read(Article article) {
        String title = cut(article.title());
        String text = cut(article.text());
        String summary = repeats(article.summary(), text) ? "" : cut(article.summary());
        String language = language(article, title, summary, text);
        LanguagePack pack = packs.of(language);
        LocalDate day = day(article);
        List<Section> sections = new ArrayList<>();
        add(sections, "title", title, language, pack, day);
        add(sections, "summary", summary, language, pack, day);
        add(sections, "text", text, language, pack, day);
        return new Reading(language, pack, day, List.copyOf(sections));
    }

    /** The language of an article, as {@link #read} decides it. */
    public static String language(Article article) {
        String text = cut(article.text());
        String summary = repeats(article.summary(), text) ? "" : cut(article.summary());
        return language(article, cut(article.title()), summary, text);
    }

    /** Whether {@link #read} may find a name the gate lets pass; no costs a walk over the text and nothing else. */
    public boolean mayName(NameGate gate, Article article) {
        LocalDate day = day(article);
        return mayName(gate, cut(article.title()), day)
                || mayName(gate, cut(article.text()), day)
                || mayName(gate, cut(article.summary()), day);
    }

    private static boolean mayName(NameGate gate, String text, @Nullable LocalDate day) {
        return !text.isBlank() && gate.mayName(cased(text, Normalizer.fold(text)), day);
    }

    private void add(
            List<Section> sections,
            String name,
            String text,
            String language,
            LanguagePack pack,
            @Nullable LocalDate day) {
        if (!text.isBlank()) {
            sections.add(section(name, text, language, pack, day));
        }
    }

    private Section section(String name, String original, String language, LanguagePack pack, @Nullable LocalDate day) {
        FoldedText folded = Normalizer.fold(original);
        List<Token> tokens = Tokenizer.tokens(folded);
        FoldedText cased = cased(original, folded);
        List<Atom> atoms = atoms(folded, tokens, gazetteer.find(cased, language, day));
        if (pack.order() == WordOrder.SVO && !pack.countryBefore()) {
            atoms = SplitOffices.completed(gazetteer, folded, tokens, atoms, language, day);
        }
        List<Sentence> sentences = new ArrayList<>();
        int at = 0;
        int atom = 0;
        for (TextSpan span : Sentences.split(original, language)) {
            int end = at;
            int stop = folded.foldedOffset(span.end());
            while (end < tokens.size() && tokens.get(end).start() < stop) {
                end++;
            }
            if (end == at) {
                continue;
            }
            List<Atom> own = new ArrayList<>();
            while (atom < atoms.size() && atoms.get(atom).start() < end) {
                own.add(atoms.get(atom++));
            }
            for (int[] part : parts(folded, tokens, own, at, end)) {
                List<Atom> inside = own.stream()
                        .filter(a -> a.start() >= part[0] && a.start() < part[1])
                        .toList();
                List<CueMatch> cues = outsideNames(pack.match(tokens, part[0], part[1]), inside);
                sentences.add(new Sentence(name, sentences.size(), part[0], part[1], inside, cues));
            }
            at = end;
        }
        return new Section(name, folded, tokens, atoms, List.copyOf(sentences));
    }

    /** A text with its capitals; one that a feed put into lower case gets one on every word, so that names are names again. */
    private static FoldedText cased(String original, FoldedText folded) {
        if (hasCapitals(original)) {
            return folded;
        }
        String capitalised = capitalised(original);
        return capitalised.equals(original) ? folded : Normalizer.fold(capitalised);
    }

    private static boolean hasCapitals(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean capital = Character.isSurrogate(unit)
                    ? Character.isUpperCase(text.codePointAt(at))
                    : Character.isUpperCase(unit);
            if (capital) {
                return true;
            }
        }
        return false;
    }

    /** Every word with a capital; no offset moves. */
    private static String capitalised(String text) {
        char[] chars = text.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            if (Character.isLetter(chars[at]) && (at == 0 || !Character.isLetterOrDigit(chars[at - 1]))) {
                chars[at] = Character.toUpperCase(chars[at]);
            }
        }
        return new String(chars);
    }

    /** Some agencies put a space before the full stop and none after it: such a stop always ends a sentence. */
    private static List<int[]> parts(FoldedText text, List<Token> tokens, List<Atom> atoms, int start, int end) {
        List<int[]> parts = new ArrayList<>();
        int from = start;
        for (int at = start + 1; at < end; at++) {
            String gap = text.folded()
                    .substring(tokens.get(at - 1).end(), tokens.get(at).start());
            if (gap.startsWith(" .") || (at - from >= LONGEST_SENTENCE && outside(atoms, at))) {
                parts.add(new int[] {from, at});
                from = at;
            }
        }
        parts.add(new int[] {from, end});
        return parts;
    }

    /** A word of a longer personal name is no verb, whatever it looks like: {@code فيصل بن فرحان} holds no {@code يصل}. */
    private static List<CueMatch> outsideNames(List<CueMatch> cues, List<Atom> atoms) {
        return cues.stream()
                .filter(c -> !(c.cue().trigger() || c.cue() == Cue.PREPOSITION)
                        || atoms.stream()
                                .noneMatch(a -> a.end() - a.start() > 1
                                        && a.is(MatchKind.PERSON)
                                        && a.start() <= c.start()
                                        && c.end() <= a.end()))
                .toList();
    }

    private static boolean outside(List<Atom> atoms, int token) {
        return atoms.stream().noneMatch(a -> a.start() < token && token < a.end());
    }

    private static List<Atom> atoms(FoldedText text, List<Token> tokens, List<Match> matches) {
        List<Atom> atoms = new ArrayList<>();
        int token = 0;
        for (int i = 0; i < matches.size(); ) {
            Match first = matches.get(i);
            List<Match> readings = new ArrayList<>();
            while (i < matches.size()
                    && matches.get(i).start() == first.start()
                    && matches.get(i).end() == first.end()) {
                readings.add(matches.get(i++));
            }
            while (token < tokens.size() && tokens.get(token).end() <= first.start()) {
                token++;
            }
            int end = token;
            while (end < tokens.size() && tokens.get(end).start() < first.end()) {
                end++;
            }
            boolean trap = readings.stream().anyMatch(match -> match.kind() == MatchKind.TRAP);
            if (!trap && end > token) {
                String folded = text.folded();
                atoms.add(new Atom(
                        token,
                        end,
                        readings,
                        folded.substring(Math.min(first.outerStart(), first.start()), first.start()),
                        folded.substring(first.end(), Math.max(first.outerEnd(), first.end()))));
            }
        }
        return List.copyOf(atoms);
    }

    private static String language(Article article, String title, String summary, String text) {
        String all = title + "\n" + summary + "\n" + text.substring(0, Math.min(text.length(), DETECTED_PREFIX));
        String said = article.language();
        String detected = LanguageDetector.guess(all, said).language();
        if (!detected.equals("und")) {
            return detected;
        }
        return said == null || said.isBlank() ? "und" : said.toLowerCase(Locale.ROOT);
    }

    private @Nullable LocalDate day(Article article) {
        boolean known = article.published() != null
                && article.dateQuality() != DateQuality.MISSING
                && article.dateQuality() != DateQuality.CLAMPED;
        return known ? LocalDate.ofInstant(article.published(), zone) : null;
    }

    private static boolean repeats(String summary, String text) {
        String head = summary.strip();
        String body = text.strip();
        return head.length() <= SAME_BEGINNING
                ? body.startsWith(head)
                : body.startsWith(head.substring(0, SAME_BEGINNING));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_SECTION) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SECTION - 1)) ? LONGEST_SECTION - 1 : LONGEST_SECTION;
        return text.substring(0, end);
    }
}
