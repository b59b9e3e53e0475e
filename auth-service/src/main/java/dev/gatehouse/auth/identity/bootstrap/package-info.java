/**
 * The first administrator of a new installation, from the operator's configuration.
 *
 * <p>At start, while there is no administrator: {@link dev.gatehouse.auth.identity.bootstrap.BootstrapConfig} →
 * {@link dev.gatehouse.auth.identity.bootstrap.FirstAdminCommand} →
 * {@link dev.gatehouse.auth.identity.bootstrap.FirstAdmin} → {@link dev.gatehouse.auth.identity.account.Accounts} and
 * {@link dev.gatehouse.auth.identity.adminright.AdminRights}.
 *
 * <p>{@link dev.gatehouse.auth.identity.bootstrap.BreakGlass} lifts a required password change of the account that the
 * operator names.
 *
 * <p>Invariants: once there is an administrator, neither setting of it is read again, so the password file can be
 * deleted; an invalid setting stops the start with a sentence that says why; replicas that start at the same time
 * create one account, because its e-mail address is unique.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.bootstrap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
