/**
 * Who calls, and until when that holds.
 *
 * <p>Owns the {@link dev.gatehouse.chassis.security.caller.Caller} that endpoints ask for, the revocation feed that
 * ends sessions within a second, and the guard in front of every administrative change (fresh authentication, feed not
 * silent).
 *
 * <p>Does not look at tokens and does not decide what a caller may do: endpoints name the roles that may enter, and an
 * endpoint that names none is closed.
 *
 * <p>A replica is not ready before it has caught up with the revocations of the longest token life. Later silence is
 * reported and closes administrative changes; everything else goes on, because tokens live for minutes.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.caller;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
