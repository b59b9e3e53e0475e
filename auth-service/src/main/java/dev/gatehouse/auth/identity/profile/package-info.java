/**
 * The caller's own account: read it, edit it, change its password.
 *
 * <p>Owns the endpoints {@code {audience}/me}. Changing a password:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.identity.profile.ProfileResource} reads the request for users and agents alike;
 *   <li>{@link dev.gatehouse.auth.identity.profile.PasswordChange} checks the current password and hashes the new one
 *       with {@link dev.gatehouse.auth.credential.password.PasswordHashing};
 *   <li>{@link dev.gatehouse.auth.identity.account.Accounts} sets it, and
 *       {@link dev.gatehouse.auth.session.lifetime.Sessions} ends all other sessions, in one transaction.
 * </ol>
 *
 * <p>Invariants: the session of the request stays, every other session of the account ends; a wrong current password is
 * published as a failed event and answered like a wrong password at login.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
