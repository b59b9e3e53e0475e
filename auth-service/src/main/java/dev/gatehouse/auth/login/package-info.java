/**
 * Signing in with e-mail address and password.
 *
 * <p>The steps: read the account and what is known about trust, check the password on the bounded pool with no
 * connection held, decide by a pure policy, and record the outcome in one short transaction together with what others
 * are told. Tokens are minted after it. Four round trips to the database in all.
 *
 * <p>Unknown, disabled, other-door and wrong-password sign-ins take the same steps in the same order, with a decoy hash
 * where there is none, and get the same answer; the reason is decided after the hash and stands in the event only.
 *
 * <p>A refusal is an outcome, never an exception: its event must be committed.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
