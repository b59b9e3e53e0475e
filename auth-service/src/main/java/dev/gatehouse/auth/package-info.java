/**
 * auth-service: who may log in, and the sessions and tokens that a login opens.
 *
 * <p>Five areas; each uses only those above it:
 *
 * <ul>
 *   <li>{@link dev.gatehouse.auth.credential}: passwords and their hashes;
 *   <li>{@link dev.gatehouse.auth.token}: access and refresh tokens, signing keys;
 *   <li>{@link dev.gatehouse.auth.session}: lifetime, refresh, management and revocation of sessions;
 *   <li>{@link dev.gatehouse.auth.identity}: accounts, administrators, invitations, password resets;
 *   <li>{@link dev.gatehouse.auth.login}: password login, challenges, step-up.
 * </ul>
 *
 * <p>Beside them stands {@link dev.gatehouse.auth.securitycontact}: where people report a weakness.
 *
 * <p>Invariants: a change and the events about it commit together; no plain password is stored, logged or queued; an
 * account that cannot log in gets the same response whatever the reason.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
