/**
 * The command line: one class per verb, data on standard output, talk on standard error.
 *
 * <p>A command reads its options, asks the configuration, calls the part that does the work and prints. Expected failures are
 * {@link io.visitwatch.app.cli.Refusal}s: one line and an exit code of {@link io.visitwatch.app.cli.ExitCode}.
 */
@NullMarked
package io.visitwatch.app.cli;

import org.jspecify.annotations.NullMarked;
