/**
 * The relay: publishes the rows of the table {@code outbox} that {@link dev.gatehouse.chassis.messaging.event.Events}
 * inserts.
 *
 * <pre>
 *   connecting ──▶ standing by ──lock──▶ leading ──▶ round: number · publish · delete ──┐
 *       ▲               │                  │  ▲                                         │
 *       └── connection lost, after a pause ┘  └────────── woken, or 50 ms later ────────┘
 * </pre>
 *
 * <p>One relay per schema leads: the one that holds the named lock {@code gatehouse.outbox.<schema>}. All its
 * statements go over the connection that holds the lock, so a relay that loses the connection has lost the lead, and
 * the numbering statement checks again that no other relay has numbered since. Numbers are committed before anything is
 * published; a crash or a take-over publishes the same rows again with the same ids, numbers and order.
 *
 * <p>Per topic and key one record is sent at a time: a record that fails blocks later ones of its key only. Rows are
 * deleted once all in-sync replicas have acknowledged them. While the broker or the database is unavailable nothing is
 * lost, and the log gets one line per outage.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
