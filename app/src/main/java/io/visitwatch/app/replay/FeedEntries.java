package io.visitwatch.app.replay;

import io.visitwatch.ingest.extract.EntryHints;
import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.RichText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entries of saved feeds as the article assembler takes them. */
final class FeedEntries {
    private FeedEntries() {}

    static EntryHints hints(Entry entry) {
        return new EntryHints(
                entry.guid(),
                entry.link(),
                Objects.requireNonNullElse(entry.title(), ""),
                html(entry.summary()),
                html(entry.content()),
                entry.author(),
                entry.published(),
                entry.updated(),
                entry.language());
    }

    private static String html(@Nullable RichText text) {
        return text == null ? "" : text.html();
    }
}
