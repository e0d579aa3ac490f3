package io.visitwatch.ingest.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date a page states, no more precise than stated.
 *
 * @param day the day as the page writes it, in the page's own zone
 * @param time the instant with the stated offset; null when only a day (or a time without zone) is stated
 * @param evidence where it was read: {@code json-ld}, {@code meta:article:published_time}, {@code time}, {@code text}, {@code url}
 */
public record PageDate(LocalDate day, @Nullable OffsetDateTime time, String evidence) {
    public PageDate {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** The instant stated; null when only a day is known. */
    public @Nullable Instant instant() {
        return time == null ? null : time.toInstant();
    }

    /** ISO 8601 as stated: {@code 2024-03-05T08:15:00+03:00}, or {@code 2024-03-05} when no instant is known. */
    public String iso() {
        return time == null ? day.toString() : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
