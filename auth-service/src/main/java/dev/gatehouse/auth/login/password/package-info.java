/**
 * Signing in with e-mail address and password.
 *
 * <p>The steps: read the account and what is known about trust, check the password on the bounded pool with no
 * connection held, decide by a pure policy, and record the outcome in one short transaction together with what others
 * are told. Tokens are minted after it. Four round trips to the database in all.
 *
 * <p>Unknown, disabled, other-audience and wrong-password sign-ins take the same steps in the same order, with a decoy
 * hash where there is none, and get the same answer; the reason is decided after the hash and stands in the event only.
 *
 * <p>A refusal is an outcome, never an exception: its event must be committed.
 *
 * <p>What is told of sign-ins: the messages that are written in the transaction of their outcome, and the count of
 * them.
 *
 * <p>The true reason of a refusal stands here and never in an answer. An address that no account has is told as a keyed
 * digest only, because people type passwords where an address belongs; the same address gives the same digest, so
 * repeated attempts are still recognised.
 *
 * <p>An account as a sign-in sees it: who it is, whether it may, and the hash to check the typed password against.
 *
 * <p>One statement reads it by the typed address, over a view that the rooms of accounts and of credentials are joined
 * in, because the time of a sign-in must not depend on how much there is to find. The row never leaves the sign-in, and
 * prints nothing.
 *
 * <p>Also tells, inside the transaction that opens a session, whether the password is still the one that was proven:
 * hashing takes long, and somebody may have changed it meanwhile.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
