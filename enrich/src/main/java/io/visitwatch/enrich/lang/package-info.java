/**
 * Language packs: what a language says when somebody comes, is received, is expected, or stays away.
 *
 * <p>A pack is data, not code: a folder {@code lang/<code>} of tab-separated files whose lines give a {@link Cue}, a pattern
 * over folded words and, for triggers, a {@link Tense}. {@link io.visitwatch.enrich.lang.LanguagePack#match} finds all cues of
 * a sentence; what they mean together is decided in {@code enrich.visit}, the same way for every language. How to add a
 * language is told in {@code docs/adding-a-language.md}.
 */
@NullMarked
package io.visitwatch.enrich.lang;

import org.jspecify.annotations.NullMarked;
