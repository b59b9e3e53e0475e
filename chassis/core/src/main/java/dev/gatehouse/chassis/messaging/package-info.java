/**
 * The map of messaging. Publishing: {@link dev.gatehouse.chassis.messaging.event.Events} writes rows of the outbox in
 * the transaction of the caller; the relay ({@link dev.gatehouse.chassis.messaging.relay}) sends them to Kafka.
 *
 * <p>Consuming: {@link dev.gatehouse.chassis.messaging.consumer} reads all topics of a service. By kind of topic:
 *
 * <ul>
 *   <li>security events, each once: {@link dev.gatehouse.chassis.messaging.inbox.EventListener}
 *   <li>states of a compacted topic, into a table: {@link dev.gatehouse.chassis.messaging.replica.ReplicaTable}
 *   <li>revocations, by every replica of a service into memory: {@link dev.gatehouse.chassis.messaging.feed.KafkaFeed}
 * </ul>
 *
 * <p>{@link dev.gatehouse.chassis.messaging.wire.WireJson} is the form of the values on all topics.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
