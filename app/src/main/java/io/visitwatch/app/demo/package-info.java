/**
 * A newsroom of our own, so that the whole service can be seen at work without the Internet.
 *
 * <p>{@link io.visitwatch.app.demo.Newsroom} is a local HTTP server with the feeds and article pages of invented outlets, each
 * with an oddity of real ones. Its stories are data ({@code newsroom/stories}); they appear in waves, dated so that "today" works.
 * {@link io.visitwatch.app.demo.Demo} runs the service against it and prints what comes out.
 */
@NullMarked
package io.visitwatch.app.demo;

import org.jspecify.annotations.NullMarked;
