package io.visitwatch.enrich.visit;

import io.visitwatch.model.ScorePart;
import java.util.List;

/**
 * All that an article claims about one visitor.
 *
 * @param visitor the best form of him in the article
 * @param claims accepted claims, in text order; never empty
 * @param parts what the confidence is made of
 * @param confidence probability that he visits
 */
record Finding(Actor visitor, List<Claim> claims, List<ScorePart> parts, double confidence) {}
