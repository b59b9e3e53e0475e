/**
 * What passwords must be like: one policy per kind of account, judged when a password is set and at each login.
 *
 * <p>Owns the table {@code password_policy} and the view {@code password_account}.
 *
 * <p>A new password, with {@link dev.gatehouse.auth.credential.policy.NewPasswords} as entry point:
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.credential.policy.PasswordPolicies} knows the policy that is in effect;
 *   <li>{@link dev.gatehouse.auth.credential.policy.PasswordMeasure} measures the password, with
 *       {@link dev.gatehouse.auth.credential.policy.CommonPasswords} and
 *       {@link dev.gatehouse.auth.credential.policy.PersonalWords};
 *   <li>{@link dev.gatehouse.auth.credential.policy.PasswordPolicy} names every rule that it breaks;
 *   <li>{@link dev.gatehouse.auth.credential.policy.BreachedPasswords} looks it up where the operator says so.
 * </ol>
 *
 * <p>A login asks {@link dev.gatehouse.auth.credential.policy.PolicyCheck}. Administrators ask
 * {@link dev.gatehouse.auth.credential.policy.DryRun} what a policy would mean.
 * {@link dev.gatehouse.auth.credential.policy.ExpiryReminderJob} reminds owners of passwords that will soon be too old.
 *
 * <p>Invariants: nothing that tells a password is stored in the clear or logged; a whole password is compared with the
 * lists, never a part of it; the answer to a login does not depend on a list that cannot be reached.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.credential.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
