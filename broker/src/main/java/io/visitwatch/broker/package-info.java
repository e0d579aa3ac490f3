/**
 * A Kafka broker inside this process, and the topics of the contract on any broker.
 *
 * <p>{@link io.visitwatch.broker.EmbeddedBroker} is a single KRaft node with its data in a folder of its own: nothing to install
 * for whoever tries Visitwatch, and a real broker for any other Kafka client that wants to subscribe. It survives
 * {@code kill -9}. {@link io.visitwatch.broker.TopicAdmin} creates the topics with explicit settings and says where an existing
 * cluster differs. Whoever runs a cluster uses only the second.
 */
@NullMarked
package io.visitwatch.broker;

import org.jspecify.annotations.NullMarked;
