/**
 * Accounts of agents and end users: their public data, their status, and who of them is administrator.
 *
 * <p>Owns the table {@code account}. An e-mail address identifies one account across both kinds and is compared by the
 * key of its mailbox ({@link dev.gatehouse.chassis.mail.address.EmailAddress}). Dots, tags and look-alike letters are
 * kept: two addresses that a mail server may tell apart are two accounts. The spellings of one domain are one account.
 *
 * <pre>
 *   invited ── password set ──▶ active ◀──▶ disabled
 *      └──────────────┬───────────┴────────────┘
 *                     ▼
 *                  erased      (the row and its id stay, the personal data is deleted)
 * </pre>
 *
 * <p>Entry points: {@link dev.gatehouse.auth.identity.account.Accounts} finds and opens accounts,
 * {@link dev.gatehouse.auth.identity.account.BulkAccounts} many at once;
 * {@link dev.gatehouse.auth.identity.account.AccountChanges} changes them, as decided by
 * {@link dev.gatehouse.auth.identity.account.AccountPolicy}, with an
 * {@link dev.gatehouse.auth.identity.account.AccountOutcome} as result;
 * {@link dev.gatehouse.auth.identity.account.RequiredPasswordChange} marks an account that gets no session before it
 * has a new password.
 *
 * <p>Invariants: every change publishes the state of the account with a greater version, in the same transaction; at
 * least one active administrator remains once there was one, also when two are removed at the same moment; nobody but
 * time takes away the last one whose right does not end soon; no administrator removes their own right; a disabled or
 * erased account has no session. Packages that keep personal data implement
 * {@link dev.gatehouse.auth.identity.account.AccountErasureListener}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
