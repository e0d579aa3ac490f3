/**
 * The program: the only main, and nothing that decides.
 *
 * <p>{@link io.visitwatch.app.Main} reads the command line ({@code cli}) and the configuration ({@code config}), starts the parts
 * ({@code run}), serves them over HTTP ({@code api}) and shows them on a bundled newsroom ({@code demo}).
 */
@NullMarked
package io.visitwatch.app;

import org.jspecify.annotations.NullMarked;
