/**
 * Sessions: what a successful login opens, and what all of its tokens depend on.
 *
 * <p>Owns the row of a session with the hashes of its refresh token, its idle limit and its absolute limit, and every
 * way of ending it. A session belongs to one account and one kind of account, and never changes either. Reads accounts
 * through the view {@code session_account}. Does not decide who may have a session.
 *
 * <pre>
 *   open ── refreshed, used ──▶ open
 *    ├── signed out, ended by owner or administrator, password changed, account disabled ──▶ ended
 *    ├── refresh token presented twice ──▶ ended
 *    └── idle limit or absolute limit passed ──▶ ended (at the next use, or by a job within seconds)
 * </pre>
 *
 * <p>Invariant: ending a session writes the row, {@code session.ended} and a revocation in one transaction, so its
 * access tokens stop working in every service within a second. A change of the settings reaches open sessions within
 * seconds ({@link dev.gatehouse.auth.session.lifetime.SessionSettingsJob}): shorter clocks end them, longer ones keep
 * them.
 *
 * <p>A database that was put back to an older copy knows sessions as open that have ended since:
 * {@link dev.gatehouse.auth.session.lifetime.KafkaEndedSessions} reads {@code session.ended} and ends them again.
 *
 * <p>Entry point: {@link dev.gatehouse.auth.session.lifetime.Sessions} opens and ends sessions,
 * {@link dev.gatehouse.auth.session.lifetime.OpenSessions} reads and uses them. Opening:
 * {@link dev.gatehouse.auth.session.lifetime.Sessions#begin} →
 * {@link dev.gatehouse.auth.session.lifetime.Sessions#store} → {@link dev.gatehouse.auth.token.TokenIssuer#mint} →
 * {@link dev.gatehouse.auth.session.lifetime.SessionGrant}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.lifetime;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
