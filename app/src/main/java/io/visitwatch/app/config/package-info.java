/**
 * One {@code visitwatch.yaml}, read strictly and turned into values.
 *
 * <p>The JSON Schema beside this package is the single truth about keys; what it refuses is reported with file, line, column and
 * a guess at what was meant. Secrets come from the environment or from files only and never show again. Each part of the
 * configuration has a default that runs, so an empty file is a valid one.
 */
@NullMarked
package io.visitwatch.app.config;

import org.jspecify.annotations.NullMarked;
