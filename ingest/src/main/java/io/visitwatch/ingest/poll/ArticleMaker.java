package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.EntryHints;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.Publication;
import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.seen.Sighting;
import io.visitwatch.model.Article;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the article of a sighting. Pure. */
final class ArticleMaker {
    /** Longest text stored, in UTF-16 units: a record must fit its topic. */
    static final int MAX_TEXT = 400_000;

    /** Longest summary stored, in UTF-16 units. */
    static final int MAX_SUMMARY = 100_000;

    /** The text was longer than is stored. */
    static final String CUT = "truncated";

    private ArticleMaker() {}

    /**
     * The article.
     *
     * @param flag why there is no page though one was wanted; null when there is nothing to say
     */
    static Article make(
            Feed feed, Sighting sighting, EntryHints hints, @Nullable ExtractedPage page, @Nullable String flag) {
        Publication source = new Publication(feed.id(), feed.outlet(), feed.language(), feed.zone());
        Instant firstSeen = Instant.ofEpochSecond(sighting.mark().firstSeen());
        Article article = ArticleAssembler.assemble(
                source, hints, page, firstSeen, sighting.mark().revision(), sighting.backfill());
        String id = sighting.revision() ? sighting.mark().articleId() : article.id();
        TreeSet<String> flags = new TreeSet<>(article.flags());
        if (flag != null) {
            flags.add(flag);
        }
        String text = cut(article.text(), MAX_TEXT);
        String summary = cut(article.summary(), MAX_SUMMARY);
        if (text.length() < article.text().length()
                || summary.length() < article.summary().length()) {
            flags.add(CUT);
        }
        return copy(article, id, text, summary, List.copyOf(flags));
    }

    /** Whether there is anything to make an article of. */
    static boolean readable(Entry entry) {
        boolean text = entry.body() != null && !entry.body().plain().isBlank();
        return text
                || entry.link() != null
                || (entry.title() != null && !entry.title().isBlank());
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static Article copy(Article a, String id, String text, String summary, List<String> flags) {
        return a.change()
                .id(id)
                .says(cut(a.title(), 4_000), summary, text)
                .flags(flags)
                .build();
    }
}
