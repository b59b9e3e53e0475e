/**
 * The relay: publishes the rows of the table {@code outbox} that {@link dev.gatehouse.chassis.messaging.event.Events}
 * inserts.
 *
 * <pre>
 *   connecting ──▶ standing by ──lock──▶ leading ──▶ round: number · hand over · wait · delete ──┐
 *       ▲               │                  │  ▲                                                  │
 *       └── connection lost, or broker out ┘  └───────────── woken, or at the next poll ─────────┘
 *           of reach, after a pause
 * </pre>
 *
 * <p>One relay per schema leads: the one that holds the named lock {@code gatehouse.outbox.<schema>}. All its
 * statements go over the connection that holds the lock, so a relay that loses the connection has lost the lead, and
 * the numbering statement checks again that no other relay has numbered since. A leader whose broker takes nothing for
 * ten seconds steps down for a while, if another relay stands by. Numbers and order are committed, in the one row of
 * {@code outbox_head}, before anything is published; a crash or a take-over publishes the same rows again with the same
 * ids, numbers and order.
 *
 * <p>A round costs a query, an update and a deletion, and waits for acknowledgements for a fifth of a second at most;
 * what is not acknowledged by then stays under way while other keys go on. Revocations are taken up first. The rows of
 * one key go out back to back ({@link dev.gatehouse.chassis.messaging.relay.Handover}). What cannot be published is an
 * {@link dev.gatehouse.chassis.messaging.relay.Obstacle} of its topic, partition or key only, with its own back-off; a
 * record that is refused for good moves to {@code outbox_refused}. While the broker or the database is unavailable
 * nothing is lost, and the log gets one line per outage.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.messaging.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
