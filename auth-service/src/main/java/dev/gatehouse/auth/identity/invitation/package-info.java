/**
 * Invitations: the mail with which a new account's owner chooses the first password.
 *
 * <p>Owns the table {@code invitation}, which is the invitation and its mail in one row, written in the transaction
 * that opens the account. One replica at a time claims a row by moving its next attempt into the future, sends, and
 * marks it; whoever dies in between is followed by the next attempt, with the same {@code Message-ID}.
 *
 * <p>The secret in the link is derived from the row's id with a key that is not in the database, so it lies in no table
 * and no queue; the table holds its hash, by which the link is found. It is good for 24 hours and once, by one
 * conditional update. An unknown, used or late link is answered in one and the same way. Opening the page changes
 * nothing, because mail scanners open links.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.invitation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
