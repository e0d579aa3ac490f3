/**
 * A replay through topics: the topologies of the service under a scope of their own, made for one replay and removed after it. Live
 * topics, groups and state are never touched.
 */
@NullMarked
package io.visitwatch.app.replay.kafka;

import org.jspecify.annotations.NullMarked;
