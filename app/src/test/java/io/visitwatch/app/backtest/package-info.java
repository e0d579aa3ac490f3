/** Comparisons of visits made here. */
@NullMarked
package io.visitwatch.app.backtest;

import org.jspecify.annotations.NullMarked;
