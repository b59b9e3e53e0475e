/**
 * A new access token for a living session, and the end of a session whose refresh token was stolen.
 *
 * <p>A refresh token is good once. Its use makes the successor current; the one before is remembered for a retry:
 *
 * <pre>
 *   presented is …                                       answer
 *     current, session lives                             rotated, new tokens
 *     the one before, same client, within the grace      the same successor again
 *     the one before otherwise, or any older one         stolen: the whole family ends
 *     current, session idle or too old                   expired, and the session ends
 *     anything else                                      expired: nothing is told about sessions
 * </pre>
 *
 * <p>Follows RFC 9700, section 4.14.2. An older token is recognised although nothing of it is stored, because
 * successors are computed from it. The decision is pure; rotation is one conditional statement, so of any number of
 * simultaneous uses one rotates and the others are retries.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.refresh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
