/**
 * Reading a topic outside a consumer group: every replica of a service receives every record.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.feed.KafkaFeed} is for revocations and signals, where each process needs
 * all records and stores nothing. A feed begins at a chosen position, reconnects by itself, and reports when it has
 * caught up and when it last received anything, so that its owner can detect a silent broker. It delivers at least
 * once, in order per partition, on a thread of its own.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
