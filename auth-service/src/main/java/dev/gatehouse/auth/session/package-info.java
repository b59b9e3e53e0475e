/**
 * The area of sessions: what a login opens, how it goes on, and how it ends.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.session.lifetime.Sessions}: opening and end, with their events.
 *   <li>{@link dev.gatehouse.auth.session.lifetime.OpenSessions}: use, in between.
 *   <li>{@link dev.gatehouse.auth.session.lifetime.SessionGrant}: the tokens as the client receives them.
 *   <li>{@link dev.gatehouse.auth.session.refresh}: the next access token, and the detection of a stolen refresh token.
 *   <li>{@link dev.gatehouse.auth.session.management}: lists and ends sessions on request.
 *   <li>{@link dev.gatehouse.auth.session.settings}: how long sessions last, as administrators set it.
 *   <li>{@link dev.gatehouse.auth.session.hostname}: the hostnames that the list shows.
 *   <li>{@link dev.gatehouse.auth.session.revocation}: the heartbeat of the feed that reports ended sessions.
 * </ol>
 *
 * <p>Depends on {@link dev.gatehouse.auth.token} only.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
