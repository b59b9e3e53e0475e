/**
 * Consuming security events, each once.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.inbox.Inbox} runs the effect of an event and inserts a receipt in one
 * transaction; a repetition is recognised by consumer and event id and skipped. While the database is unavailable a
 * record is retried ({@link dev.gatehouse.chassis.database.Backoff}); a record that can never be processed fails, and
 * the channel moves it to the dead letters with the reason while later records go on.
 *
 * <p>{@link dev.gatehouse.chassis.messaging.inbox.EventCodec} knows the wire form: CloudEvents 1.0, binary mode, JSON.
 * States are not consumed here but by {@link dev.gatehouse.chassis.messaging.replica.Replica}, which needs no receipts.
 *
 * <p>Receipts are kept for 30 days, twice as long as the topic of the events keeps its records.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
