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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one item gave: the result of the part of a replay that runs on all cores.
 *
 * @param events what the ledger is to be told
 * @param tally counts of this item
 * @param dead why it could not be read; null when it could
 */
record ItemReading(
        List<EventSorter.Event> events,
        ReplayTally tally,
        @Nullable DeadLetter dead) {
    /** Reads one item. Pure: the same item and enricher give the same reading. */
    static ItemReading of(ReplayItem item, Enricher enricher) {
        try {
            return of(item.reader().read(), enricher);
        } catch (ReplayItem.UnreadableException e) {
            DeadLetter dead = new DeadLetter("replay", String.valueOf(e.getMessage()), item.place(), null, null, null);
            return new ItemReading(List.of(), new ReplayTally(1, 0, 1, 0, 0, Map.of(), Map.of(), null), dead);
        }
    }

    private static ItemReading of(List<Article> articles, Enricher enricher) {
        List<EventSorter.Event> events = new ArrayList<>();
        ReplayTally tally = new ReplayTally(1, 0, 0, 0, 0, Map.of(), Map.of(), null);
        for (Article article : articles) {
            VisitsRead read = enricher.visits(article);
            for (VisitReport report : read.reports()) {
                events.add(ReplayEvent.of(report).line());
            }
            if (article.revision() > 0) {
                events.add(ReplayEvent.of(ArticleReading.of(article, read.reports(), enricher.dataVersion()))
                        .line());
            }
            tally = tally.plus(tally(article, read));
        }
        return new ItemReading(events, tally, null);
    }

    private static ReplayTally tally(Article article, VisitsRead read) {
        Map<String, Long> rejections = new TreeMap<>();
        if (read.reports().isEmpty()) {
            read.rejections().stream()
                    .map(NoVisit::reason)
                    .findFirst()
                    .ifPresent(reason -> rejections.put(
                            reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), 1L));
        }
        return new ReplayTally(
                0,
                1,
                0,
                article.flags().contains(ArticleDocs.CLAMPED) ? 1 : 0,
                read.reports().size(),
                rejections,
                Map.of(Enricher.language(article), 1L),
                article.eventTime());
    }
}
