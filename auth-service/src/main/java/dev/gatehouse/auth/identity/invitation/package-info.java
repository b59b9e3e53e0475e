/**
 * Invitations: the mail with which the owner of a new account chooses the first password.
 *
 * <p>Owns the table {@code invitation}, written in the transaction that opens the account together with its mail. The
 * secret in the link is derived from the row's id with a key that is not in the database; the table holds its hash, by
 * which the link is found. It is valid for 24 hours and once, by one conditional update. An unknown, used or expired
 * link gets one and the same answer. Opening the page changes nothing, because mail scanners open links.
 *
 * <p>Flow: {@link dev.gatehouse.auth.identity.invitation.Invitations#invite} →
 * {@link dev.gatehouse.auth.identity.invitation.InvitationMail} →
 * {@link dev.gatehouse.auth.identity.invitation.InvitationPageResource} or
 * {@link dev.gatehouse.auth.identity.invitation.InvitationResource} →
 * {@link dev.gatehouse.auth.identity.invitation.InvitationAcceptance}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.invitation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
