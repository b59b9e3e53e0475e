/**
 * The relay: takes what {@link dev.gatehouse.chassis.messaging.event.Outbox} holds to the broker.
 *
 * <pre>
 *   connecting ──▶ standing by ──lock──▶ leading ──▶ round: number · publish · delete ──┐
 *       ▲               │                  │  ▲                                         │
 *       └── connection lost, after a pause ┘  └────────── woken, or 50 ms later ────────┘
 * </pre>
 *
 * <p>One relay per schema leads: the one that holds the named lock {@code gatehouse.outbox.<schema>}. All its
 * statements go over the connection that holds the lock, so whoever loses the connection has lost the lead, and the
 * numbering statement checks once more that nobody else has numbered since. Numbers are committed before anything is
 * published; a crash or a take-over publishes the same rows again with the same ids, numbers and order.
 *
 * <p>Per topic and key one record is under way at a time: a record that fails stops those after it of its key, and no
 * others. Rows are deleted once all in-sync replicas have acknowledged them. While the broker or the database is away
 * nothing is lost and the log stays quiet.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
