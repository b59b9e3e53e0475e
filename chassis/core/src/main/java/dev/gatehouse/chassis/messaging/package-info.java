/**
 * Events and states, from the transaction of one service to the transaction of another.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.chassis.messaging.event.Events}: a message is a row of the outbox, committed with its
 *       cause
 *   <li>{@link dev.gatehouse.chassis.messaging.relay}: publishes the rows, in order
 *   <li>{@link dev.gatehouse.chassis.messaging.wire}: names and forms on the wire
 *   <li>{@link dev.gatehouse.chassis.messaging.inbox.Inbox}: a consumer handles an event once
 *   <li>{@link dev.gatehouse.chassis.messaging.replica.Replica}: a copy of a topic of states
 *   <li>{@link dev.gatehouse.chassis.messaging.feed}: every replica of a service reads all of a topic
 * </ol>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
