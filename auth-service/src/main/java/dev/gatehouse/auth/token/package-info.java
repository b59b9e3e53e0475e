/**
 * The tokens of a session: the one place that mints access tokens, and the form of refresh tokens.
 *
 * <p>Access tokens follow the profile of RFC 9068 ({@code typ: at+jwt}, ES256) and live five minutes. They carry the
 * session ({@code sid}) and its start in milliseconds ({@code sst}), by which every service recognises a revoked one.
 * The grants that ask for a token decide whether it is due; this room only mints.
 *
 * <p>A refresh token is {@code <session id>.<secret>}. The next secret is the keyed digest of the one before, so a
 * client that lost an answer gets the very same successor again without any token being stored; a thief of a database
 * learns no secret, and a thief of one token cannot compute the next.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
