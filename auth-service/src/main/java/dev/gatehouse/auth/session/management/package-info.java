/**
 * One's own sessions, to look at and to end; and those of anybody, for administrators.
 *
 * <p>Shows where each session was used from last, with the host name where a confirmed one is known, and ends them:
 * this one (sign-out), another, or all others. Somebody else's session is answered exactly like one that does not
 * exist; that somebody reached for it is recorded.
 *
 * <p>Also takes the report that a person is really there, which is what keeps a session going where activity is
 * required.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.management;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
