package io.visitwatch.app.replay;

import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.VisitsRead;
import io.visitwatch.model.Article;
import io.visitwatch.model.ArticleReading;
import io.visitwatch.model.DeadLetter;
import io.visitwatch.model.NoVisit;
import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one item gave: the result of the part of a replay that runs on all cores.
 *
 * @param events what the ledger is to be told
 * @param articles what was read in it
 * @param dead why it could not be read; null when it could
 */
record ItemReading(
        List<EventSorter.Event> events,
        List<Seen> articles,
        @Nullable DeadLetter dead) {
    /**
     * What is counted of one article.
     *
     * @param article the article
     * @param reports number of its claims
     * @param rejection why it claims nothing; null when it does or no rule came near
     * @param language language it was read in; null when it was not read here
     */
    record Seen(
            Article article,
            int reports,
            NoVisit.@Nullable Reason rejection,
            @Nullable String language) {}

    /** Reads one item. Pure: the same item and enricher give the same reading. */
    static ItemReading of(ReplayItem item, Enricher enricher) {
        ItemArticles read = ItemArticles.of(item);
        if (read.dead() != null) {
            return new ItemReading(List.of(), List.of(), read.dead());
        }
        try {
            return of(read.articles(), enricher);
        } catch (RuntimeException | StackOverflowError e) {
            // an article that trips a bug of ours is kept and named; the others are read
            return new ItemReading(List.of(), List.of(), ItemArticles.dead(item, "cannot be read: " + e));
        }
    }

    private static ItemReading of(List<Article> articles, Enricher enricher) {
        List<EventSorter.Event> events = new ArrayList<>();
        List<Seen> seen = new ArrayList<>(articles.size());
        for (Article article : articles) {
            VisitsRead read = enricher.visits(article);
            for (VisitReport report : read.reports()) {
                events.add(ReplayEvent.of(report).line());
            }
            if (article.revision() > 0) {
                events.add(ReplayEvent.of(ArticleReading.of(article, read.reports(), enricher.dataVersion()))
                        .line());
            }
            boolean rejected = read.reports().isEmpty() && !read.rejections().isEmpty();
            seen.add(new Seen(
                    article,
                    read.reports().size(),
                    rejected ? read.rejections().get(0).reason() : null,
                    Enricher.language(article)));
        }
        return new ItemReading(events, seen, null);
    }
}
