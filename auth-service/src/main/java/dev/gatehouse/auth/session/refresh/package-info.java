/**
 * Issues a new access token for an open session, and ends a session whose refresh token was stolen.
 *
 * <p>A refresh token is good once. Its use makes the successor current; the previous one is remembered for a retry:
 *
 * <pre>
 *   presented is …                                       result
 *     current, session open                              rotated, new tokens
 *     the previous one, same client, within the grace    the same successor again
 *     the previous one otherwise, or any older one       stolen: the session ends
 *     current, session past a limit                      expired, and the session ends
 *     anything else                                      expired; says nothing about sessions
 * </pre>
 *
 * <p>Follows RFC 9700, section 4.14.2. An older token is recognised although it is not stored, because it carries its
 * generation under a seal of this service. Rotation is one conditional statement, so of simultaneous uses one rotates
 * and the others are retries.
 *
 * <p>Where the settings say so, an agent whose session moves to an address that is not trusted proves it first: the
 * response is a login challenge, the refresh token stays good, and the client refreshes again when it is approved.
 *
 * <p>Flow: {@link dev.gatehouse.auth.session.refresh.RefreshResource} →
 * {@link dev.gatehouse.auth.session.refresh.AddressRecheck} → {@link dev.gatehouse.auth.session.refresh.Refresh} →
 * {@link dev.gatehouse.auth.session.lifetime.OpenSessions#rotate} →
 * {@link dev.gatehouse.auth.session.refresh.RefreshPolicy} →
 * {@link dev.gatehouse.auth.session.lifetime.SessionAccounts#find} → {@link dev.gatehouse.auth.token.TokenIssuer#mint}
 * → {@link dev.gatehouse.auth.session.lifetime.SessionGrant}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.refresh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
