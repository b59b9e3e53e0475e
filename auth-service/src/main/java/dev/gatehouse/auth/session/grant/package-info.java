/**
 * What a client is handed when it has a session: at sign-in, after a challenge, and at every refresh, always in the
 * same form.
 *
 * <p>Owns the answer {@code {"session", "accessToken", "tokenType", "expiresIn", "refreshToken"}} and the choice
 * between body and cookie for the refresh token. Tokens are minted after the transaction that the session was stored
 * in, so that none is given for a session that is not there.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.grant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
