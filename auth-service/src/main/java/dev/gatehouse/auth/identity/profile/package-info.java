/**
 * One's own account, at the audience that it belongs to: look at it, edit what is personal, change the password.
 *
 * <p>Owns the endpoints {@code {audience}/me} and the order of steps of changing a password: both hashes are computed
 * without a database session, then password, ended sessions and events are one transaction. The session that asks goes
 * on, every other one of the account ends. A wrong present password is told of as an event and answered like a wrong
 * one at sign-in.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
