/**
 * Proving again who one is, before something that a borrowed screen must not be enough for.
 *
 * <p>Administrative changes and changes to one's own factors want an {@code auth_time} of the last minutes. A step-up
 * checks the password again, moves {@code auth_time} of the session to now, and gives a fresh access token that says
 * so. It neither prolongs the absolute life of the session nor changes its refresh token.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.login.stepup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
