package io.visitwatch.enrich.date;

import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.Token;
import io.visitwatch.enrich.text.Tokenizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the dates a text says. Pure and thread-safe. */
public final class DateReader {
    private DateReader() {}

    /**
     * The dates in {@code text}, in order, none overlapping.
     *
     * @param language BCP 47 code of the text; decides which words are dates
     * @param published publication day in the zone of the watched place; null when unknown, then only dates with a year are read
     */
    public static List<DateMention> read(FoldedText text, String language, @Nullable LocalDate published) {
        return read(text, Tokenizer.tokens(text), language, published);
    }

    /** As {@link #read(FoldedText, String, LocalDate)}, with the words cut already. */
    public static List<DateMention> read(
            FoldedText text, List<Token> tokens, String language, @Nullable LocalDate published) {
        boolean monthFirst = language.equals("en") || language.equals("und");
        NumericDates numeric = new NumericDates(text.folded(), monthFirst, published);
        DateWords words = new DateWords(text.folded(), tokens, DateLexicon.of(language));
        return new DateWalk(text, words, numeric, monthFirst, published).run();
    }

    /** The day a publication time falls on in a zone; null stays null. */
    public static @Nullable LocalDate day(@Nullable Instant published, ZoneId zone) {
        return published == null ? null : LocalDate.ofInstant(published, zone);
    }
}
