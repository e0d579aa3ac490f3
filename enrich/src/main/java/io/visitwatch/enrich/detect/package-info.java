/** Documents in, predictions out: the whole reading without Kafka, in the form labelled corpora are scored in. */
@NullMarked
package io.visitwatch.enrich.detect;

import org.jspecify.annotations.NullMarked;
