/**
 * Background work: started by a signal, and by a schedule as the safety net.
 *
 * <p>{@link dev.gatehouse.chassis.runtime.background.Worker} is the entry point. At most one round of a kind of work
 * runs at a time in this process. A signal during a round is never lost: one more round follows. A failed round is
 * logged and does not end the work.
 *
 * <p>It has no schedule and no state. What is to be done stands in the database of the package that owns the work, so a
 * signal that is lost in a crash is covered by that package's own polling. Leases in the database keep other replicas
 * away.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.runtime.background;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
