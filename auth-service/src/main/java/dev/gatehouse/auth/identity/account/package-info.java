/**
 * Accounts of agents and end users: their public face, their status, and who of them is administrator.
 *
 * <p>Owns the table {@code account}. An e-mail address names one account over both kinds, compared by its normalised
 * form ({@link dev.gatehouse.auth.identity.account.AccountEmail}); mail goes to the address as its owner wrote it.
 *
 * <pre>
 *   invited ── password set ──▶ active ◀──▶ disabled
 *      └──────────────┬───────────┴────────────┘
 *                     ▼
 *                  erased      (the id stays, everything personal is gone)
 * </pre>
 *
 * <p>Invariants: every change publishes the account's state with a greater version, in the transaction that makes the
 * change; there is always an active administrator once there was one, also when two are taken away at the same moment
 * (the active administrators are locked before one of them is touched); nobody takes away their own admin right;
 * whoever is disabled or erased has no session left.
 *
 * <p>Does not own passwords ({@link dev.gatehouse.auth.credential.password}) nor sessions
 * ({@link dev.gatehouse.auth.session.lifetime}). Rooms that keep personal data of an account implement
 * {@link dev.gatehouse.auth.identity.account.PersonalRecords}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
