/**
 * What a service tells the others, committed together with the change it tells of (transactional outbox).
 *
 * <p>{@link dev.gatehouse.chassis.database.Transactions} is the only way to open a transaction,
 * {@link dev.gatehouse.chassis.messaging.outbox.Outbox} the only way to publish: the row in the table {@code outbox}
 * holds exactly what will be sent, trace context included. A relay sends it.
 *
 * <p>Guarantees: nothing is published that was not committed; everything committed is published at least once; per
 * topic and key in the order in which the relay took the rows up, also across crashes and take-overs; a row goes only
 * after the acknowledgement of all in-sync replicas. Security events carry a sequence without gaps, so that a reader
 * can see a loss.
 *
 * <p>One relay per service is active: it holds the named lock {@code gatehouse.outbox.<schema>} on the very connection
 * that all its statements use, so that whoever loses the connection has lost the leadership too. It is woken by local
 * commits, and polls for those of other replicas. What it reads is what is there, never "everything after the last id
 * seen": insert order is not commit order.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
