/**
 * Accounts as auth-service tells of them: where mail goes, in which language and zone, and who is there at all.
 *
 * <p>Owns the copy that is filled from {@code gatehouse.accounts}: the newest version wins, a tombstone deletes. Owns
 * nothing of an account itself. Other rooms that keep something of an account forget it in the same transaction,
 * through {@link dev.gatehouse.iptrust.account.AccountErasure}.
 *
 * <p>The copy may lag: an event of an account can arrive before the account does, so "unknown" means "not yet" to
 * whoever can wait.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.iptrust.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
