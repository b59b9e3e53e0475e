/**
 * Who does something here and from where, as every event must say it.
 *
 * <p>Owns the translation of a request (its caller, its client address, its client program) into the envelope of an
 * event, so that no room forgets a field of it. Taken at the edge, while there is a request; decides nothing.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.origin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
