@NullMarked
package io.visitwatch.app.replay.kafka;

import org.jspecify.annotations.NullMarked;
