package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.lang.LanguagePack;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article ready to be read for visits.
 *
 * @param language BCP 47 code decided from the text
 * @param pack cues and habits of that language
 * @param day publication day in UTC; null when unknown
 * @param sections title, summary and text, those that say something
 */
public record Reading(
        String language, LanguagePack pack, @Nullable LocalDate day, List<Section> sections) {}
