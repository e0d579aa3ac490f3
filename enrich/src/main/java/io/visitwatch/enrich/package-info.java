/**
 * Reads visits out of articles. {@link io.visitwatch.enrich.Enricher} is the door: one article in, its tags, its visit reports
 * and its reasons for no report out.
 *
 * <p>The way inside: {@code text} folds and cuts, {@code gazetteer} and {@code keyword} find names and queries, {@code lang}
 * finds cues, {@code tag} puts them together, {@code visit} decides who moves where, {@code kafka} does the same on topics.
 */
@NullMarked
package io.visitwatch.enrich;

import org.jspecify.annotations.NullMarked;
