/** Two readings of one archive side by side: what a changed rule would have done. Pure. */
@NullMarked
package io.visitwatch.app.backtest;

import org.jspecify.annotations.NullMarked;
