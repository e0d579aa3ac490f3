package io.visitwatch.enrich.tag;

import io.visitwatch.enrich.lang.CueMatch;
import java.util.List;

/**
 * One sentence: token ranges into its section.
 *
 * @param section name of the section
 * @param index number within the section, from 0
 * @param start first token
 * @param end one past the last token
 * @param atoms names in it
 * @param cues cues in it
 */
public record Sentence(String section, int index, int start, int end, List<Atom> atoms, List<CueMatch> cues) {}
