/**
 * The one consumer of a service, for all topics it reads.
 *
 * <p>Beans of type {@link dev.gatehouse.chassis.messaging.consumer.Subscriptions} say what the service does with which
 * topic: {@code inbox} makes a subscription of the listeners of events, {@code replica} one of each copy of a compacted
 * topic. Flow: {@link dev.gatehouse.chassis.messaging.consumer.ConsumerLifecycle} starts
 * {@link dev.gatehouse.chassis.messaging.consumer.ConsumerLoop}; that claims the partitions it is assigned
 * ({@link dev.gatehouse.chassis.messaging.consumer.Positions}), polls
 * ({@link dev.gatehouse.chassis.messaging.consumer.RecordSource}), and has the effect of a batch in one transaction
 * with its new position ({@link dev.gatehouse.chassis.messaging.consumer.Batches},
 * {@link dev.gatehouse.chassis.messaging.consumer.TopicBatches}).
 * {@link dev.gatehouse.chassis.messaging.consumer.Retry} waits for whatever is away, and
 * {@link dev.gatehouse.chassis.messaging.consumer.DeadLetters} takes what can never be processed.
 *
 * <p>Invariants: position and effect commit together, and effects that may wait commit before the position moves past
 * them, so fail-over, restore of an older database and the offsets of the broker change nothing. A replica that lost a
 * partition cannot commit for it. A record that has no effect costs no transaction.
 *
 * <p>Owns the table {@code consumer_position}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.consumer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
