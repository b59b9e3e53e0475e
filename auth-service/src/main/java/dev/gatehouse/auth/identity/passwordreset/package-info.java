/**
 * Password resets: the owner of an account asks for a mailed link and chooses a new password with it.
 *
 * <p>Owns the tables {@code password_reset} and {@code password_reset_lock}. A request is stored and answered without a
 * look at the accounts, so its answer tells nothing; whom it is for, and whether a link is mailed, is decided
 * afterwards in the mail queue. The secret in the link is derived from the row's id with a key that is not in the
 * database. It is valid once and for half an hour, until a later link is mailed or the password is changed in another
 * way. An unknown, used, replaced or expired link gets one and the same answer.
 *
 * <p>Flow: {@link dev.gatehouse.auth.identity.passwordreset.PasswordResetResource} →
 * {@link dev.gatehouse.auth.identity.passwordreset.PasswordResetRequests} →
 * {@link dev.gatehouse.auth.identity.passwordreset.PasswordResetJudge} →
 * {@link dev.gatehouse.auth.identity.passwordreset.PasswordResetMail} →
 * {@link dev.gatehouse.auth.identity.passwordreset.PasswordResetPageResource} →
 * {@link dev.gatehouse.auth.identity.passwordreset.PasswordReset}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.passwordreset;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
