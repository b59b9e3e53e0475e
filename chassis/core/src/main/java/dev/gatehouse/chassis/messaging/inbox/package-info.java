/**
 * Consuming security events, each once.
 *
 * <p>A service implements {@link dev.gatehouse.chassis.messaging.inbox.EventListener}: which events it handles
 * ({@link dev.gatehouse.chassis.messaging.inbox.EventHandlers}). {@code EventSubscription} makes one subscription of
 * all listeners of a service: the effects of a batch, one receipt per event and listener, and the position on the topic
 * are one transaction; a repetition is recognised by its receipt and skipped. What no listener handles is neither read
 * nor noted.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.inbox.EventCodec} knows the wire form: CloudEvents 1.0, binary mode, JSON.
 * States are not consumed here but by {@link dev.gatehouse.chassis.messaging.replica.Replica}, which needs no receipts.
 *
 * <p>An effect that nobody waits for, and that is the same however often it is had, may wait a few seconds
 * ({@link dev.gatehouse.chassis.messaging.inbox.EventListener#mayWait}): then those of all such events are had
 * together, without receipts, before the position moves past them. After a crash they are read again.
 *
 * <p>Receipts are kept for 35 days, longer than the topic of the events keeps its records.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
