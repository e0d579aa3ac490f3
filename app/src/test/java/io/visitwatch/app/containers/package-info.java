/** The container suite: the service against brokers and images that run in a Docker engine. */
@NullMarked
package io.visitwatch.app.containers;

import org.jspecify.annotations.NullMarked;
