/**
 * Work that nobody waits for: done soon after somebody rings, and once more on a schedule as the safety net.
 *
 * <p>Owns the promise that at most one round of a kind of work runs at a time in this process, that a ring during a
 * round is never lost (one more round follows), and that a failing round is logged and does not end the work for ever.
 *
 * <p>Owns no schedule and no state: what is to be done stands in the database of the room whose work it is, so a ring
 * that a crash swallows is made good by the room's own safety poll, and other replicas are kept off by leases, not by
 * this.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.background;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
