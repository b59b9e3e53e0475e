/**
 * What time does by itself: sessions past their limits end, and what is of no use any more is forgotten.
 *
 * <p>A session that nobody uses must still be seen to end, in the log and in the list, so a job looks for such sessions
 * every few seconds and ends them with their events, some at a time. Any number of replicas may do it; the row is
 * locked, so each session ends once.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.session.housekeeping;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
