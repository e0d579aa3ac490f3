/**
 * Text before anybody reads it: one folded form for matching in every language, words, sentences and the language.
 *
 * <p>Start at {@link io.visitwatch.enrich.text.Normalizer#fold}: it maps a text to the one spelling that gazetteer, language
 * packs and keyword queries are written in, and remembers where each folded unit came from, so that everything found can be
 * shown in the text as it was published. {@link io.visitwatch.enrich.text.Tokenizer} cuts the folded text into words,
 * {@link io.visitwatch.enrich.text.Sentences} cuts the original into sentences, {@link
 * io.visitwatch.enrich.text.LanguageDetector} says which language it is. All are pure, thread-safe and do not depend on the
 * default locale.
 */
@NullMarked
package io.visitwatch.enrich.text;

import org.jspecify.annotations.NullMarked;
