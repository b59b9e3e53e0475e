/**
 * Login with e-mail address and password.
 *
 * <p>Invariants: unknown account, disabled account, other audience and wrong password take the same steps in the same
 * order, with a decoy hash where there is no password, and get the same response; the reason is in the event only. A
 * refusal is an outcome, never an exception: its event must be committed. The password is checked on a bounded pool
 * while no connection is held. Account and password are checked again in the transaction that opens the session.
 *
 * <p>Every attempt is counted before its password is checked; one that a limit throttles costs no hash and is not an
 * event of its own.
 *
 * <p>Flow: {@link dev.gatehouse.auth.login.password.LoginResource} →
 * {@link dev.gatehouse.auth.login.password.Login#attempt} → {@link dev.gatehouse.auth.login.password.SqlLoginAccounts}
 * → {@link dev.gatehouse.auth.login.limit.LoginLimits} → {@link dev.gatehouse.auth.credential.password.PasswordHashing}
 * → {@link dev.gatehouse.auth.credential.policy.PolicyCheck} → {@link dev.gatehouse.auth.login.password.LoginPolicy} →
 * {@link dev.gatehouse.auth.login.password.LoginAdmission} → {@link dev.gatehouse.auth.session.lifetime.Sessions} or
 * {@link dev.gatehouse.auth.login.challenge.Challenges}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
