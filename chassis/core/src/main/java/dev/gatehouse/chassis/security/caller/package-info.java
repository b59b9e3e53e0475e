/**
 * The caller of a request, and how long the token counts.
 *
 * <p>{@link dev.gatehouse.chassis.security.caller.CurrentCaller} gives endpoints the
 * {@link dev.gatehouse.chassis.security.caller.Caller}. {@link dev.gatehouse.chassis.security.caller.AudienceGuard}
 * refuses a caller whose kind of account does not fit the path,
 * {@link dev.gatehouse.chassis.security.caller.AdminMutationGuard} an administrative change without a recent
 * authentication or while the revocation feed is silent. {@link dev.gatehouse.chassis.security.caller.AuthorityRecheck}
 * judges all of it again when the body has been read.
 *
 * <p>{@link dev.gatehouse.chassis.security.caller.RevocationFeed} brings ended sessions to
 * {@link dev.gatehouse.chassis.security.caller.Revocations} within a second. A replica is not ready before it has read
 * the revocations of the longest token life. Later silence is reported and blocks administrative changes only, because
 * tokens live for minutes.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.security.caller;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
