/**
 * An account as a sign-in sees it: who it is, whether it may, and the hash to check the typed password against.
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
package dev.gatehouse.auth.signinaccount;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
