/**
 * Concurrent edits: a change names the version that it was made for (RFC 9110, section 13).
 *
 * <p>Owns the form of entity tags and the list of them in {@link dev.gatehouse.chassis.http.etag.IfMatch}, with the
 * answers to a missing one and to those that something on the way has changed. Weak tags never match, because a change
 * needs the strong comparison.
 *
 * <p>Does not know any row: who edits compares the version in its own statement, so that two edits at once cannot both
 * win.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.chassis.http.etag;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
