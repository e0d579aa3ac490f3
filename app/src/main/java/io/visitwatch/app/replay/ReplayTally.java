package io.visitwatch.app.replay;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.visitwatch.model.DateQuality;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a replay has counted so far; written into checkpoints as it is. Not thread-safe. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class ReplayTally {
    @JsonProperty
    private long items;

    @JsonProperty
    private long articles;

    @JsonProperty
    private long unreadable;

    @JsonProperty
    private long clamped;

    @JsonProperty
    private long reports;

    @JsonProperty
    private final Map<String, Long> rejections = new TreeMap<>();

    @JsonProperty
    private final Map<String, Long> languages = new TreeMap<>();

    @JsonProperty
    private @Nullable Instant latest;

    /** One more item, unreadable or not. */
    public void item(boolean readable) {
        items++;
        unreadable += readable ? 0 : 1;
    }

    /** One more article. */
    void article(ItemReading.Seen seen) {
        articles++;
        reports += seen.reports();
        clamped += seen.article().dateQuality() == DateQuality.CLAMPED ? 1 : 0;
        if (seen.rejection() != null) {
            rejections.merge(seen.rejection().name().toLowerCase(Locale.ROOT).replace('_', '-'), 1L, Long::sum);
        }
        if (seen.language() != null) {
            languages.merge(seen.language(), 1L, Long::sum);
        }
        Instant at = seen.article().eventTime();
        if (latest == null || at.isAfter(latest)) {
            latest = at;
        }
    }

    /** One more article, that is read elsewhere. */
    public void article(io.visitwatch.model.Article article) {
        article(new ItemReading.Seen(article, 0, null, null));
    }

    /** More claims of visits, made elsewhere. */
    public void reports(long more) {
        reports += more;
    }

    /** More that could not be read, found elsewhere. */
    public void unreadable(long more) {
        unreadable += more;
    }

    /** Items read, the unreadable ones included. */
    public long items() {
        return items;
    }

    /** Articles in them. */
    public long articles() {
        return articles;
    }

    /** What could not be read. */
    long unreadable() {
        return unreadable;
    }

    /** Articles whose stated time was not believed. */
    long clamped() {
        return clamped;
    }

    /** Claims of visits. */
    long reports() {
        return reports;
    }

    /** Articles without a claim, by reason. */
    Map<String, Long> rejections() {
        return rejections;
    }

    /** Articles by language. */
    Map<String, Long> languages() {
        return languages;
    }

    /** Latest event time of an article; null before the first. */
    public @Nullable Instant latest() {
        return latest;
    }
}
