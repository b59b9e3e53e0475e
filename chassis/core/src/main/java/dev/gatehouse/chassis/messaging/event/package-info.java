/**
 * Publishing: events, states and revocations, committed together with the change that they describe (transactional
 * outbox).
 *
 * <p>{@link dev.gatehouse.chassis.messaging.event.Events} is the entry point. It writes rows into the table
 * {@code outbox}, in the transaction of the caller; a row holds exactly what is sent, trace context included. The relay
 * ({@link dev.gatehouse.chassis.messaging.relay}) sends the rows and deletes them.
 *
 * <p>Guarantees: nothing is published that was not committed; everything committed is published at least once, per
 * topic and key in the order in which the relay took the rows; security events carry a sequence without gaps, so that a
 * reader can detect a loss. {@link dev.gatehouse.chassis.messaging.event.StateVersion} is the rule for versions of
 * states.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.event.Origin} says who acts and from where; in a request
 * {@link dev.gatehouse.chassis.messaging.event.RequestOrigin} reads it.
 * {@link dev.gatehouse.chassis.messaging.event.Incidents} publishes what a client did wrong although nothing changes:
 * beside the request, once per address, kind and minute.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
