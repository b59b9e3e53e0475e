/**
 * The admin right: who has it, since when, granted by whom, why and until when.
 *
 * <p>Owns the tables {@code admin_right} and {@code admin_right_use}. Whether an account has the right now, and until
 * when, are properties of the account ({@link dev.gatehouse.auth.identity.account}), where it is also decided that the
 * last active administrator and the caller's own right stay.
 *
 * <ul>
 *   <li>Grant or withdraw: {@link dev.gatehouse.auth.identity.adminright.AdminRightResource} →
 *       {@link dev.gatehouse.auth.identity.adminright.AdminRights} →
 *       {@link dev.gatehouse.auth.identity.account.AccountChanges}.
 *   <li>Expire: {@link dev.gatehouse.auth.identity.adminright.AdminRightExpiryJob} withdraws a right at its end. The
 *       last active administrator keeps it beyond its end, until there is another one.
 *   <li>Last use: {@link dev.gatehouse.auth.identity.adminright.KafkaAdminActions} reads it from the events of all
 *       services; {@link dev.gatehouse.auth.identity.adminright.AdminActionPolicy} decides which of them are uses, and
 *       {@link dev.gatehouse.auth.identity.adminright.AdminRightUseCleanupJob} deletes what is older than the window
 *       that is shown.
 * </ul>
 *
 * <p>Invariant: every withdrawal ends all sessions of the account, so that no token carries the role for longer than a
 * second. A grant ends them too: what an administrator must prove was not asked of them.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.adminright;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
