/**
 * Who is who and where is where: countries, organisations, offices, officials with dated terms, places.
 *
 * <p>Start reading at {@link io.visitwatch.enrich.gazetteer.Gazetteer}. The knowledge is data: tab-separated files under
 * {@code resources/io/visitwatch/enrich/gazetteer}, read by {@link io.visitwatch.enrich.gazetteer.GazetteerLoader} together
 * with a user's own files. Every written form is folded by {@link io.visitwatch.enrich.text.Normalizer} and put into one
 * {@link io.visitwatch.enrich.gazetteer.NameIndex}, a hash over token prefixes whose hits are checked letter by letter;
 * {@link io.visitwatch.enrich.gazetteer.NameFinder} walks a folded text over it once. People whose name is written in a way
 * nobody listed are found through {@link io.visitwatch.enrich.gazetteer.Skeleton}, the consonants a name keeps in every
 * script, and only where the context (country, office, day) agrees.
 *
 * <p>Everything here is immutable once loaded and safe to share between threads.
 */
@NullMarked
package io.visitwatch.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;
