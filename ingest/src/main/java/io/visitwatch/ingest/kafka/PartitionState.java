package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.poll.Progress;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.Mark;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.Article;
import io.visitwatch.model.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the feeds of one partition, as of the last transaction. Guarded by its own lock; changed by the committer alone.
 *
 * <p>An article belongs to the feed of the partition that published it first: a second feed that leads to it remembers the entry
 * and publishes nothing.
 */
final class PartitionState {
    private final Map<String, FeedState> states = new HashMap<>();
    private final Map<String, SeenEntries> memories = new HashMap<>();
    private final Map<String, OutletBoilerplate> boilerplate = new HashMap<>();
    private final Map<String, Subscription> pushes = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private long batch;

    /** Takes in one record of {@code feed-state}. */
    synchronized void load(ConsumerRecord<String, byte[]> record) throws IOException {
        String key = record.key();
        byte[] value = record.value();
        if (StateRecords.BATCH.equals(key)) {
            batch = value == null ? batch : StateRecords.batch(value);
        } else if (StateRecords.isSeen(key)) {
            remember(StateRecords.feedOf(key), value == null ? SeenEntries.NONE : StateRecords.seen(value));
        } else if (StateRecords.isBoilerplate(key)) {
            put(boilerplate, key, value == null ? null : StateRecords.boilerplate(value));
        } else if (StateRecords.isPush(key)) {
            put(pushes, key, value == null ? null : StateRecords.push(value));
        } else if (value == null) {
            states.remove(key);
        } else {
            states.put(key, StateRecords.state(value));
        }
    }

    private static <V> void put(Map<String, V> to, String key, @Nullable V value) {
        if (value == null) {
            to.remove(StateRecords.feedOf(key));
        } else {
            to.put(StateRecords.feedOf(key), value);
        }
    }

    synchronized long batch() {
        return batch;
    }

    synchronized @Nullable FeedState state(String feedId) {
        return states.get(feedId);
    }

    /** Feeds a state is stored of. */
    synchronized List<String> feeds() {
        return List.copyOf(states.keySet());
    }

    synchronized SeenEntries seen(String feedId) {
        return memories.getOrDefault(feedId, SeenEntries.NONE);
    }

    synchronized OutletBoilerplate boilerplate(String feedId) {
        return boilerplate.getOrDefault(feedId, OutletBoilerplate.EMPTY);
    }

    synchronized @Nullable Subscription push(String feedId) {
        return pushes.get(feedId);
    }

    /** Joins what waits into one transaction, dropping articles another feed has published. */
    synchronized Transaction plan(List<Progress> steps) {
        Transaction plan = new Transaction(batch + 1);
        for (Progress step : steps) {
            if (step.removed()) {
                plan.remove(step.feedId());
                continue;
            }
            SeenEntries seen = plan.seen.getOrDefault(step.feedId(), seen(step.feedId()));
            SeenEntries base = step.seen() == null ? seen : step.seen();
            List<Mark> marks = new ArrayList<>(step.rejected());
            for (Progress.Made made : step.made()) {
                marks.add(plan(plan, step.feedId(), made));
            }
            if (step.seen() != null || !marks.isEmpty()) {
                plan.seen.put(step.feedId(), base.with(marks));
            }
            plan.letters.addAll(step.letters());
            if (step.learned() != null) {
                plan.boilerplate.put(step.feedId(), step.learned());
            }
            if (step.push() != null) {
                plan.pushes.put(step.feedId(), step.push());
            }
            if (step.state() != null) {
                plan.states.put(step.feedId(), step.state());
                plan.removed.remove(step.feedId());
            }
        }
        return plan;
    }

    /** Takes over what a committed transaction holds. */
    synchronized void apply(Transaction done) {
        batch = done.number;
        states.putAll(done.states);
        done.seen.forEach(this::remember);
        boilerplate.putAll(done.boilerplate);
        pushes.putAll(done.pushes);
        states.keySet().removeAll(done.removed);
        memories.keySet().removeAll(done.removed);
        boilerplate.keySet().removeAll(done.removed);
        pushes.keySet().removeAll(done.removed);
    }

    private Mark plan(Transaction plan, String feedId, Progress.Made made) {
        Article article = made.article();
        String owner = plan.owners.getOrDefault(article.id(), owners.get(article.id()));
        boolean first = owner == null;
        boolean revised = made.mark().revision() > 0 && made.mark().owner();
        if (first || revised) {
            plan.articles.add(article);
            plan.owners.put(article.id(), feedId);
        } else {
            plan.repeated++;
        }
        return made.mark().published(article.id(), first || revised);
    }

    private void remember(String feedId, SeenEntries seen) {
        memories.put(feedId, seen);
        for (Mark mark : seen.marks()) {
            if (mark.owner() && !mark.articleId().isEmpty()) {
                owners.put(mark.articleId(), feedId);
            }
        }
    }

    /** What one transaction writes. */
    static final class Transaction {
        final long number;
        final List<Article> articles = new ArrayList<>();
        final List<DeadLetter> letters = new ArrayList<>();
        final Map<String, FeedState> states = new LinkedHashMap<>();
        final Map<String, SeenEntries> seen = new LinkedHashMap<>();
        final Map<String, OutletBoilerplate> boilerplate = new LinkedHashMap<>();
        final Map<String, Subscription> pushes = new LinkedHashMap<>();
        final Map<String, String> owners = new HashMap<>();
        final Set<String> removed = new HashSet<>();
        int repeated;

        Transaction(long number) {
            this.number = number;
        }

        private void remove(String feedId) {
            removed.add(feedId);
            states.remove(feedId);
            seen.remove(feedId);
            boilerplate.remove(feedId);
            pushes.remove(feedId);
        }
    }
}
