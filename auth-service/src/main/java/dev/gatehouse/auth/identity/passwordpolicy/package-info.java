/**
 * The password policy over HTTP: what forms show, and what administrators set.
 *
 * <p>{@link dev.gatehouse.auth.identity.passwordpolicy.PasswordPolicyResource} →
 * {@link dev.gatehouse.auth.identity.passwordpolicy.PasswordPolicyRequest} →
 * {@link dev.gatehouse.auth.identity.passwordpolicy.PasswordPolicyChange} →
 * {@link dev.gatehouse.auth.credential.policy.PasswordPolicies}, which holds the policies.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.passwordpolicy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
