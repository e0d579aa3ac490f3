/**
 * Puts together what the text, gazetteer and language layers find: sections cut into sentences, names as atoms, cues beside them.
 *
 * <p>{@link io.visitwatch.enrich.tag.Tagger} makes a {@link io.visitwatch.enrich.tag.Reading}, from which come both the public
 * {@link io.visitwatch.model.TaggedArticle} and everything {@code enrich.visit} decides on. Positions inside the reading are
 * token numbers; only what leaves it carries offsets of the original text.
 */
@NullMarked
package io.visitwatch.enrich.tag;

import org.jspecify.annotations.NullMarked;
