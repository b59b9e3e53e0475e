/**
 * Credentials: what proves the identity of a person. Depends on no other area; identity and login use it.
 *
 * <ul>
 *   <li>Setting a password: {@link dev.gatehouse.auth.credential.policy.NewPasswords} →
 *       {@link dev.gatehouse.auth.credential.policy.PasswordPolicy} →
 *       {@link dev.gatehouse.auth.credential.password.PasswordHashing} →
 *       {@link dev.gatehouse.auth.credential.password.Credentials}.
 *   <li>Checking an entered password: {@link dev.gatehouse.auth.credential.password.Credentials} →
 *       {@link dev.gatehouse.auth.credential.password.PasswordHashing} →
 *       {@link dev.gatehouse.auth.credential.password.PasswordHashing.Check} →
 *       {@link dev.gatehouse.auth.credential.policy.PolicyCheck}.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.credential;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
