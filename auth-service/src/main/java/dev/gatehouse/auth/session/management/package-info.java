/**
 * Lists and ends sessions: one's own, and all sessions of an account for an administrator.
 *
 * <p>The list shows where each session was used from last, with the hostname where a confirmed one is known. An attempt
 * on the session of another account gets the same response as one on a session that does not exist, and is published as
 * an event. Also takes the report that a person is present, which keeps a session open where activity is required.
 *
 * <p>Flow: {@link dev.gatehouse.auth.session.management.OwnSessionsResource},
 * {@link dev.gatehouse.auth.session.management.AccountSessionsResource} →
 * {@link dev.gatehouse.auth.session.management.SessionManagement} →
 * {@link dev.gatehouse.auth.session.lifetime.Sessions}.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.management;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
