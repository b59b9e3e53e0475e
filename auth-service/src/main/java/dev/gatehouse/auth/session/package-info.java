/**
 * Sessions: what a successful sign-in opens, and what every token of it hangs on.
 *
 * <p>Owns the row of a session with the hashes of its refresh token, when it ends by idleness and by age, and every way
 * of ending it. A session belongs to the door it was opened at and to one account, and never changes either.
 *
 * <pre>
 *   open ── refreshed, used ──▶ open
 *    ├── signed out, ended by owner or administrator, password changed, account disabled ──▶ ended
 *    ├── refresh token presented twice ──▶ ended
 *    └── idle or absolute limit passed ──▶ ended (noticed at the next use, or by a job within seconds)
 * </pre>
 *
 * <p>Whatever ends a session writes {@code session.ended} and a revocation in the same transaction, so that its access
 * tokens stop working in every service within a second. Does not know accounts: what it must ask about them is the port
 * {@link dev.gatehouse.auth.session.SessionAccounts}. Does not decide who may have a session.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
