package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run wants stored, all of it or nothing.
 *
 * @param feedId feed it belongs to
 * @param seen memory of entries to go on from; null when the run has given it before
 * @param made articles with the marks that remember their entries
 * @param rejected marks of entries that gave no article
 * @param letters what could not be read
 * @param state state after the run; null while it is still going on
 * @param learned what the outlet's pages repeat; null when the run taught nothing
 * @param push what the feed has at its hub; null when that does not change
 */
public record Progress(
        String feedId,
        @Nullable SeenEntries seen,
        List<Made> made,
        List<Mark> rejected,
        List<DeadLetter> letters,
        @Nullable FeedState state,
        @Nullable OutletBoilerplate learned,
        @Nullable Subscription push) {
    public Progress {
        made = List.copyOf(made);
        rejected = List.copyOf(rejected);
        letters = List.copyOf(letters);
    }

    /** The beginning of a run: the memory it goes on from. */
    public static Progress began(String feedId, SeenEntries seen) {
        return new Progress(feedId, seen, List.of(), List.of(), List.of(), null, null, null);
    }

    /** One article of a run. */
    public static Progress made(String feedId, Article article, Mark mark) {
        return new Progress(feedId, null, List.of(new Made(article, mark)), List.of(), List.of(), null, null, null);
    }

    /** One entry of a run that gave no article. */
    public static Progress rejected(String feedId, Mark mark, DeadLetter letter) {
        return new Progress(feedId, null, List.of(), List.of(mark), List.of(letter), null, null, null);
    }

    /** The end of a run. */
    public static Progress ended(FeedState state, List<DeadLetter> letters) {
        return new Progress(state.feedId(), null, List.of(), List.of(), letters, state, null, null);
    }

    /** The end of a run, with what its pages taught of the outlet; null for nothing. */
    public static Progress ended(FeedState state, @Nullable OutletBoilerplate learned) {
        return new Progress(state.feedId(), null, List.of(), List.of(), List.of(), state, learned, null);
    }

    /** A change at the feed's hub, outside any run. */
    public static Progress pushed(String feedId, Subscription push) {
        return new Progress(feedId, null, List.of(), List.of(), List.of(), null, null, push);
    }

    /** The feed left the list: what is stored of it goes. */
    public static Progress removed(String feedId) {
        return new Progress(feedId, null, List.of(), List.of(), List.of(), null, null, null);
    }

    /** Whether this says that the feed left the list. */
    public boolean removed() {
        return seen == null
                && made.isEmpty()
                && rejected.isEmpty()
                && letters.isEmpty()
                && state == null
                && push == null;
    }

    /** Whether the run is over. */
    public boolean last() {
        return state != null;
    }

    /** An article and the mark of its entry. */
    public record Made(Article article, Mark mark) {}
}
