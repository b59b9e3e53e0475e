/**
 * Sessions: what a successful sign-in opens, and what every token of it hangs on.
 *
 * <p>Owns the row of a session with the hashes of its refresh token, when it ends by idleness and by age, and every way
 * of ending it. A session belongs to the audience it was opened at and to one account, and never changes either.
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
 * {@link dev.gatehouse.auth.session.lifetime.SessionAccounts}. Does not decide who may have a session.
 *
 * <p>How long sessions last, and what counts as using one.
 *
 * <p>Owns the settings of both kinds of account and the arithmetic that follows from them. A session ends when it has
 * not been used for the idle timeout, and in any case at its absolute limit; a remembered one (users only, by default)
 * has just the latter, and a longer one. With <i>require activity</i> only what a person did counts as use, so that a
 * page which polls does not stay signed in for ever.
 *
 * <p>A change of the settings meets open sessions at their next use; it does not end any by itself.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.lifetime;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
