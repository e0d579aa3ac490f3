package io.visitwatch.app.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visitwatch.app.score.KnownVisits;
import io.visitwatch.app.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * How one version does where the truth is known.
 *
 * @param labels over labelled documents; null where none were given
 * @param known over a list of known visits; null where none was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measures(@Nullable Score labels, KnownVisits.@Nullable Result known) {}
