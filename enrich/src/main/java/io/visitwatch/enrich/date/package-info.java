/**
 * Dates that a text says in words, read against its publication day.
 *
 * <p>{@link io.visitwatch.enrich.date.DateReader#read} finds them: relative days and weekdays, Gregorian dates under all the
 * month names in use, Persian, Afghan and Kurdish solar dates, lunar dates, numeric dates, weeks, months and years. What the
 * languages say is in tables, {@code <language>.tsv}; month and weekday names of a language without its own rows come from the
 * locale data of the Java runtime. Pure: the publication day is handed in, and without it only dates with a year resolve.
 */
@NullMarked
package io.visitwatch.enrich.date;

import org.jspecify.annotations.NullMarked;
