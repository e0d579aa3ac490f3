package io.visitwatch.app.replay;

import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one item.
 *
 * @param articles the articles; empty when the item could not be read or is none
 * @param dead why it could not be read; null when it could
 */
public record ItemArticles(List<Article> articles, @Nullable DeadLetter dead) {
    /** Reads one item. */
    public static ItemArticles of(ReplayItem item) {
        try {
            return new ItemArticles(item.reader().read(), null);
        } catch (ReplayItem.UnreadableException e) {
            return new ItemArticles(List.of(), dead(item, String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) {
            return new ItemArticles(List.of(), dead(item, "cannot be read: " + e));
        }
    }

    /** The letter for an item. */
    public static DeadLetter dead(ReplayItem item, String cause) {
        return new DeadLetter("replay", cause.lines().findFirst().orElse(""), item.place(), null, null, null);
    }
}
