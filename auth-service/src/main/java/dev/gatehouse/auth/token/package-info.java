/**
 * The area of tokens: mints access tokens, and defines refresh tokens and their cookie.
 *
 * <p>Access tokens follow RFC 9068 ({@code typ: at+jwt}, ES256) and live five minutes. They carry the session
 * ({@code sid}) and its start in milliseconds ({@code sst}), by which every service recognises a revoked one. Whether a
 * token may be minted is decided by the caller.
 *
 * <p>A refresh token is {@code <session id>.<generation>.<secret>.<seal>}. The next secret is a keyed digest of the one
 * before: a client that lost a response gets the same successor again although no token is stored, and a stolen token
 * does not reveal the next. The seal, a keyed digest of the rest, tells old tokens of ours from forged ones.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.token.TokenIssuer#mint}: the access token of a session.
 *   <li>{@link dev.gatehouse.auth.token.signingkey.SigningKeys#sign}: signs it with the key of now.
 *   <li>{@link dev.gatehouse.auth.token.signingkey.WellKnownResource}: the public keys.
 *   <li>{@link dev.gatehouse.auth.token.RefreshTokens}: the first refresh token of a session and its successors.
 *   <li>{@link dev.gatehouse.auth.token.RefreshToken#cookie}: the cookie that holds it.
 * </ol>
 *
 * <p>Depends on no other area.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
